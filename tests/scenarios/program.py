"""The program as a person meets it: started from its file on an empty folder, spoken to over HTTP and on the command line.

Used by the stories in this folder. ZHENGGAI names the program; without it, the release build is taken.
"""
import contextlib
import http.client
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("ZHENGGAI", PROJECT / "build" / "release" / "zhenggai"))
FIXTURES = PROJECT / "tests" / "fixtures"
START_SECONDS_MAX = 20


def new_id():
    """A UUIDv7, as the pages make them."""
    number = (int(time.time() * 1000) << 80) | secrets.randbits(80)
    number = number & ~(0xF << 76) | (0x7 << 76)
    number = number & ~(0x3 << 62) | (0x2 << 62)
    text = f"{number:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def command(*arguments, settings=None):
    """Runs the program to its end; returns (exit code, standard output, standard error)."""
    done = subprocess.run([str(PROGRAM), *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=120, check=False, env={**os.environ, **(settings or {})})
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def new_postgres_database():
    """Settings that point to a new empty database of the PostgreSQL for tests."""
    server = os.environ.get("ZHENGGAI_TEST_POSTGRES") or subprocess.run(
        [str(PROJECT / "script" / "postgres-for-tests")], capture_output=True, text=True, check=True).stdout.strip()
    name = f"story_{os.getpid()}_{secrets.token_hex(4)}"
    subprocess.run(["psql", "-q", "-d", server, "-c", f"CREATE DATABASE {name} TEMPLATE template0"], check=True)
    return {"ZHENGGAI_DATABASE": f"{server} dbname={name}"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Refused(Exception):
    """An answer of 400 and above."""

    def __init__(self, status, body):
        super().__init__(f"{status} {body}")
        self.status, self.body = status, body
        self.code = body.get("code") if isinstance(body, dict) else None


class Client:
    """One browser: keeps the session's cookie and sends its token."""

    def __init__(self, port):
        self.port, self.cookie, self.token, self.session = port, None, None, None

    def call(self, method, path, body=None, raw=None, headers=None):
        """Returns (status, headers, bytes)."""
        sent = {"Content-Type": "application/json"} if body is not None else {}
        if self.cookie:
            sent["Cookie"] = self.cookie
        if self.token and method not in ("GET", "HEAD"):
            sent["X-CSRF-Token"] = self.token
        sent.update(headers or {})
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, json.dumps(body).encode() if body is not None else raw, sent)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        for value in answer.headers.get_all("Set-Cookie") or []:
            if value.startswith("zhenggai_session="):
                self.cookie = value.split(";")[0]
        return answer.status, answer.headers, content

    def ask(self, method, path, body=None, raw=None):
        """The JSON of a good answer; raises Refused otherwise."""
        status, _, content = self.call(method, "/api/v1" + path, body, raw)
        answer = json.loads(content) if content else None
        if status >= 400:
            raise Refused(status, answer)
        return answer

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, body):
        return self.ask("POST", path, body)

    def put(self, path, body):
        return self.ask("PUT", path, body)

    def sign_in(self, account, password):
        self._keep(self.post("/session", {"account": account, "password": password}))
        return self

    def choose_password(self, old, new):
        self._keep(self.put("/session/password", {"old": old, "new": new}))
        return self

    def _keep(self, session):
        self.session, self.token = session, session["csrf"]


class Installation:
    """A data folder and, while it runs, a server on it."""

    _security_knows_password = False

    def __init__(self, settings=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="zhenggai-story-"))
        self.settings = settings or {}
        self.port, self.process, self.said = None, None, ""

    def start(self):
        self.port = free_port()
        log = open(self.folder.parent / (self.folder.name + ".log"), "ab")
        self._log_start = log.tell()
        self.process = subprocess.Popen([str(PROGRAM), "serve", "--data-dir", str(self.folder), "--listen",
                                         f"127.0.0.1:{self.port}"], stdin=subprocess.DEVNULL, stdout=log,
                                        stderr=subprocess.STDOUT, env={**os.environ, **self.settings})
        log.close()
        until = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise RuntimeError("the program ended: " + self.log())
            with contextlib.suppress(OSError, http.client.HTTPException):
                if Client(self.port).call("GET", "/healthz")[0] == 200:
                    self.said = self.log()
                    return self
            time.sleep(0.02)
        raise RuntimeError("the program does not answer: " + self.log())

    def log(self):
        with open(self.folder.parent / (self.folder.name + ".log"), encoding="utf-8", errors="replace") as log:
            log.seek(self._log_start)
            return log.read()

    def command(self, *arguments):
        """A command on this installation; it may run while the server does."""
        return command(*arguments, "--data-dir", self.folder, settings=self.settings)

    def stop(self):
        """As a service manager stops it; returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=20)
        self.process = None
        return code

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process = None

    def client(self):
        return Client(self.port)

    def remove(self):
        if self.process:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder.parent / (self.folder.name + ".log")).unlink(missing_ok=True)

    def first_administrator(self):
        """Signs in with the password that the first start printed once, and chooses another."""
        return self._first("sysadmin")

    def _first(self, account):
        password = re.search(rf"账号：{account}\s.*?初始密码：(\S+)", self.said, re.S)[1]
        return self.client().sign_in(account, password).choose_password(password, PASSWORD)

    def auditor(self):
        """Signs in for the first time."""
        return self._first("auditadmin")

    def security_administrator(self):
        """The one who gives roles; signs in for the first time when first asked for."""
        if not self._security_knows_password:
            client = self._first("secadmin")
            self._security_knows_password = True
            return client
        return self.client().sign_in("secadmin", PASSWORD)

    def give(self, account_name, role, parts=(), guards=()):
        """A security administrator gives role and scope; what needs a second person keeps waiting."""
        security = self.security_administrator()
        account = next(row for row in security.get("/grants")["rows"] if row["name"] == account_name)
        return security.post("/permission-changes", {
            "id": new_id(), "account_id": account["id"], "version": account["version"], "role": role,
            "parts": list(parts), "guards": list(guards), "reason": "工作需要"})

    def open_account(self, administrator, name, role, unit=None, person=None):
        """Opens an account and signs it in for the first time."""
        opened = administrator.post("/accounts", {"id": new_id(), "name": name, "person_name": person or name,
                                                  "unit_id": unit, "role": role})
        first = opened["initial_password"]
        if opened["role"] != role:  # Asked for: a security administrator gives it.
            security = self.security_administrator()
            asked = security.get("/permission-changes?state=pending")["rows"]
            change = next(row for row in asked if row["account_name"] == name)
            security.put(f"/permission-changes/{change['id']}/decision", {"agree": True, "note": ""})
        return self.client().sign_in(name, first).choose_password(first, PASSWORD)


PASSWORD = "Yuliu-Qiao.7294"
