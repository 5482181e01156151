"""Evidence in a real server of the S3 protocol (s3rver, from npm): kept, read, swept, checked, sealed, and what people
are told when it is away."""
import contextlib
import hashlib
import hmac
import http.client
import http.server
import pathlib
import secrets
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.parse

import program
from program import new_id
from story import Story

SERVER = program.PROJECT / "web" / "node_modules" / ".bin" / "s3rver"
NODE = program.PROJECT / ".cache" / "node" / "bin" / "node"


def hashed(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def signature_of(handler, secret):
    """What AWS signature version 4 says of a request, by its description; s3rver does not look at it itself."""
    fields = dict(part.strip().split("=", 1) for part in handler.headers["Authorization"].split(" ", 1)[1].split(","))
    _, day, region, service, end = fields["Credential"].split("/")
    path, _, query = handler.path.partition("?")
    query = "&".join(sorted(part if "=" in part else part + "=" for part in query.split("&"))) if query else ""
    names = fields["SignedHeaders"].split(";")
    headers = "".join(f"{name}:{' '.join(handler.headers[name].split())}\n" for name in names)
    asked = "\n".join([handler.command, path, query, headers, ";".join(names), handler.headers["x-amz-content-sha256"]])
    text = "\n".join(["AWS4-HMAC-SHA256", handler.headers["x-amz-date"], "/".join([day, region, service, end]),
                      hashlib.sha256(asked.encode()).hexdigest()])
    key = ("AWS4" + secret).encode()
    for part in (day, region, service, end):
        key = hashed(key, part)
    return hmac.compare_digest(hashed(key, text).hex(), fields["Signature"]) and "x-amz-content-sha256" in names


class Guard(http.server.BaseHTTPRequestHandler):
    """Stands before the store and lets pass what is signed with the right key."""

    protocol_version = "HTTP/1.1"
    behind = None

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, headers, content = 403, {}, b"<Error><Code>SignatureDoesNotMatch</Code></Error>"
        if signature_of(self, "S3RVER"):
            try:
                status, headers, content = self.forwarded(body)
            except OSError:  # The store is away, and so is this.
                self.close_connection = True
                return
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("connection", "keep-alive", "transfer-encoding", "content-length"):
                self.send_header(name, value)
        length = headers.get("Content-Length") if self.command == "HEAD" else None
        self.send_header("Content-Length", length or str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def forwarded(self, body):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.behind)) as forward:
            forward.request(self.command, self.path, body,
                            {name: value for name, value in self.headers.items() if name.lower() != "expect"})
            answer = forward.getresponse()
            return answer.status, answer.headers, answer.read()

    do_GET = do_HEAD = do_PUT = do_DELETE = pass_on

    def log_message(self, *_):
        pass


class Bucket:
    def __init__(self, folder):
        self.folder, self.port, self.process = folder, program.free_port(), None
        guard = type("GuardOf", (Guard,), {"behind": self.port})
        self.front = http.server.ThreadingHTTPServer(("127.0.0.1", 0), guard)
        threading.Thread(target=self.front.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.front.server_address[1]}/evidence"

    def start(self):
        node = [str(NODE)] if NODE.exists() else ["node"]
        self.process = subprocess.Popen([*node, str(SERVER.resolve()), "-d", str(self.folder), "-a", "127.0.0.1", "-p",
                                         str(self.port), "-s", "--configure-bucket", "evidence"],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while True:
            try:
                program.Client(self.port).call("GET", "/")
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError("s3rver does not start") from None
                time.sleep(0.05)

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=30)
            self.process = None

    def close(self):
        self.stop()
        self.front.shutdown()
        self.front.server_close()

    def objects(self):
        """What lies in it, by key."""
        return {file.name.removesuffix("._S3rver_object"): file.read_bytes()
                for file in (self.folder / "evidence").rglob("*._S3rver_object")}


class InABucket(Story):
    def setUp(self):
        self.shelf = pathlib.Path(tempfile.mkdtemp(prefix="zhenggai-s3-"))
        self.addCleanup(shutil.rmtree, self.shelf, True)
        self.bucket = Bucket(self.shelf).start()
        self.addCleanup(self.bucket.close)
        self.settings = {"ZHENGGAI_EVIDENCE_S3_URL": self.bucket.url, "ZHENGGAI_EVIDENCE_S3_ACCESS_KEY": "S3RVER",
                         "ZHENGGAI_EVIDENCE_S3_SECRET_KEY": "S3RVER"}
        super().setUp()
        self.people()
        self.measure = self.rows(self.imported(problems=1, measures=1))["rows"][0]["id"]

    def new_installation(self, engine=None):
        place = super().new_installation(engine)
        place.settings.update(self.settings)
        return place

    def bring(self, content):
        proof = new_id()
        self.office.ask("POST", f"/measures/{self.measure}/evidence?id={proof}&kind=minutes&name="
                        + urllib.parse.quote("纪要.txt"), raw=content)
        return proof

    def file(self, proof):
        status, headers, content = self.office.call("GET", f"/api/v1/evidence/{proof}/file")
        self.assertEqual(status, 200, content)
        self.assertEqual(int(headers["Content-Length"]), len(content))
        return content

    def start_with(self, **settings):
        self.place.stop()
        self.place.settings.update(settings)
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)

    def test_files_are_kept_read_and_checked_there(self):
        small, large = "会议纪要".encode(), b"minutes of a meeting\n" * 100_000
        proofs = self.bring(small), self.bring(large)
        self.assertEqual(sorted(self.bucket.objects().values()), sorted([small, large]))
        self.assertEqual([self.file(proof) for proof in proofs], [small, large])
        self.assertIn("会议纪要", str(self.office.get(f"/evidence/{proofs[0]}/preview")))
        self.assertEqual(list((self.place.folder / "evidence").rglob("*")), [])
        self.assertEqual(list((self.place.folder / "tmp").rglob("*")), [])
        self.assertEqual(self.place.command("verify")[0], 0)
        next((self.bucket.folder / "evidence").rglob("*._S3rver_object")).write_bytes(b"changed")
        self.assertEqual(self.place.command("verify")[0], 2)

    def test_files_are_sealed_before_they_leave_the_machine(self):
        before = "先前的笔录".encode() * 2000
        early = self.bring(before)
        key = self.shelf / "seal.key"
        self.place.stop()
        self.place.settings.update({"ZHENGGAI_SEAL_RESTRICTED": "on", "ZHENGGAI_SEAL_KEY_FILE": str(key)})
        self.assertEqual(self.place.command("seal")[0], 0)
        self.start_again()
        late_content = secrets.token_hex(400_000).encode()
        late = self.bring(late_content)
        for content in self.bucket.objects().values():
            self.assertTrue(content.startswith(b"ZGSEAL1"))
            self.assertNotIn(before[:30], content)
        self.assertEqual((self.file(early), self.file(late)), (before, late_content))
        self.assertEqual(self.place.command("rotate-seal-key")[0], 0)
        self.assertEqual((self.file(early), self.file(late)), (before, late_content))

    def start_again(self):
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)

    def test_while_it_is_away_people_are_told(self):
        proof = self.bring("纪要".encode())
        self.bucket.stop()
        for ask in (lambda: self.office.get(f"/evidence/{proof}/preview"), lambda: self.bring("另一份".encode())):
            with self.assertRaises(program.Refused) as refused:
                ask()
            self.assertEqual((refused.exception.status, refused.exception.code), (503, "evidence_store_not_reachable"))
        self.bucket.start()
        self.assertEqual(self.file(proof).decode(), "纪要")

    def test_a_wrong_key_opens_nothing_and_is_said_at_the_start(self):
        proof = self.bring("纪要".encode())
        self.start_with(ZHENGGAI_EVIDENCE_S3_SECRET_KEY="wrong")
        self.assertIn("对象存储暂时不可用", self.place.log())
        self.assertIn("403", self.place.log())
        with self.assertRaises(program.Refused) as refused:
            self.office.get(f"/evidence/{proof}/preview")
        self.assertEqual(refused.exception.code, "evidence_store_not_reachable")


if __name__ == "__main__":
    import unittest
    unittest.main()
