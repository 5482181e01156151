"""Signing in by a directory: a real slapd with STARTTLS, found by name or by search, away and back again."""
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

import program

SECRET = "Mulu-Mima.2031"

CONFIGURATION = """
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/slapd.pid
TLSCACertificateFile {folder}/ca.pem
TLSCertificateFile {folder}/cert.pem
TLSCertificateKeyFile {folder}/key.pem
database mdb
suffix "dc=example,dc=cn"
rootdn "cn=admin,dc=example,dc=cn"
rootpw admin-secret
directory {folder}/db
maxsize 10485760
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=reader,dc=example,dc=cn" read by anonymous auth by * none
"""

PEOPLE = """
dn: dc=example,dc=cn
objectClass: dcObject
objectClass: organization
dc: example
o: example

dn: ou=people,dc=example,dc=cn
objectClass: organizationalUnit
ou: people

dn: cn=reader,dc=example,dc=cn
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: reader
userPassword: reader-secret

dn: uid=lihong,ou=people,dc=example,dc=cn
objectClass: inetOrgPerson
uid: lihong
cn: lihong
sn: li
userPassword: {secret}

dn: uid=zhangwei,ou=people,dc=example,dc=cn
objectClass: inetOrgPerson
uid: zhangwei
cn: zhangwei
sn: zhang
userPassword: another-secret
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Directory:
    """A slapd of our own in a folder, with a certificate of its own authority."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="zhenggai-ldap-"))
        (self.folder / "db").mkdir()
        self.url = f"ldap://127.0.0.1:{free_port()}"
        self.process = None
        self._certify()
        configuration = self.folder / "slapd.conf"
        configuration.write_text(CONFIGURATION.format(folder=self.folder))
        people = self.folder / "people.ldif"
        people.write_text(PEOPLE.format(secret=SECRET))
        subprocess.run(["/usr/sbin/slapadd", "-f", str(configuration), "-l", str(people)], check=True,
                       capture_output=True)

    def _certify(self):
        openssl = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        subprocess.run([*openssl, "-keyout", self.folder / "ca.key", "-out", self.folder / "ca.pem", "-subj",
                        "/CN=authority"], check=True, capture_output=True)
        subprocess.run([*openssl, "-keyout", self.folder / "key.pem", "-out", self.folder / "cert.pem", "-subj",
                        "/CN=directory", "-addext", "subjectAltName=IP:127.0.0.1", "-addext",
                        "basicConstraints=critical,CA:FALSE", "-CA", self.folder / "ca.pem", "-CAkey",
                        self.folder / "ca.key"], check=True, capture_output=True)

    def start(self):
        self.process = subprocess.Popen(["/usr/sbin/slapd", "-d", "0", "-f", str(self.folder / "slapd.conf"), "-h",
                                         self.url], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = int(self.url.rsplit(":", 1)[1])
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return self
            time.sleep(0.05)
        raise AssertionError("slapd does not answer")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class SignInByDirectory(unittest.TestCase):
    def setUp(self):
        self.directory = Directory().start()
        self.addCleanup(self.directory.remove)
        self.place = program.Installation()
        self.addCleanup(self.place.remove)

    def start(self, **settings):
        found_by_name = {"ZHENGGAI_LDAP_USER_DN": "uid={name},ou=people,dc=example,dc=cn"}
        self.place.settings.update({"ZHENGGAI_LDAP_URL": self.directory.url,
                                    "ZHENGGAI_LDAP_CA_FILE": str(self.directory.folder / "ca.pem"),
                                    **(settings or found_by_name)})
        self.place.start()
        self.admin = self.place.first_administrator()

    def open(self, name):
        account = self.admin.post("/accounts", {
            "id": program.new_id(), "name": name, "person_name": name, "unit_id": None,
            "role": "rectification_office", "source": "ldap"})
        self.assertNotIn("initial_password", account)
        self.assertEqual(account["source"], "ldap")

    def sign_in(self, name, password):
        """Status and code of the refusal, or 200 and what comes next."""
        try:
            return 200, self.place.client().post("/session", {"account": name, "password": password})["next_step"]
        except program.Refused as refused:
            return refused.status, refused.code

    def assert_answers(self):
        self.open("lihong")
        self.assertEqual(self.sign_in("lihong", SECRET), (200, ""))
        for name, password in (("lihong", "wrong"), ("lihong", "another-secret"), ("LIHONG*", SECRET), ("*", SECRET)):
            self.assertEqual(self.sign_in(name, password), (401, "name_or_password_wrong"), name)
        self.open("nobodythere")
        self.assertEqual(self.sign_in("nobodythere", SECRET)[0], 401)

    def test_the_directory_is_asked_in_the_name_of_the_person(self):
        self.start()
        self.assert_answers()

    def test_people_are_found_by_a_search(self):
        self.start(ZHENGGAI_LDAP_BASE="dc=example,dc=cn", ZHENGGAI_LDAP_FILTER="(&(objectClass=inetOrgPerson)(uid={name}))",
                   ZHENGGAI_LDAP_BIND_DN="cn=reader,dc=example,dc=cn", ZHENGGAI_LDAP_BIND_PASSWORD="reader-secret")
        self.assert_answers()

    def test_failures_lock_the_account_here(self):
        self.start()
        self.open("lihong")
        for _ in range(5):
            self.sign_in("lihong", "wrong")
        self.assertEqual(self.sign_in("lihong", SECRET)[1], "account_locked")

    def test_a_directory_that_is_away_is_said_and_sessions_go_on(self):
        self.start()
        self.open("lihong")
        inside = self.place.client()
        inside.sign_in("lihong", SECRET)
        self.directory.stop()
        self.assertEqual(self.sign_in("lihong", SECRET), (503, "ldap_not_reachable"))
        self.assertEqual(inside.get("/messages/unread"), {"unread": 0})
        self.directory.start()
        self.assertEqual(self.sign_in("lihong", SECRET)[0], 200)

    def test_a_directory_that_nobody_vouches_for_gets_no_password(self):
        other = Directory()
        self.addCleanup(other.remove)
        self.start(ZHENGGAI_LDAP_USER_DN="uid={name},ou=people,dc=example,dc=cn",
                   ZHENGGAI_LDAP_CA_FILE=str(other.folder / "ca.pem"))
        self.open("lihong")
        self.assertEqual(self.sign_in("lihong", SECRET), (503, "ldap_not_reachable"))

    def test_an_account_is_handed_over_and_taken_back(self):
        self.start()
        account = self.admin.post("/accounts", {
            "id": program.new_id(), "name": "zhangwei", "person_name": "张伟", "unit_id": None,
            "role": "rectification_office"})
        path = f"/accounts/{account['id']}/source"
        over = self.admin.put(path, {"version": account["version"], "source": "ldap"})
        self.assertEqual(over["source"], "ldap")
        self.assertEqual(self.sign_in("zhangwei", "another-secret"), (200, ""))
        back = self.admin.put(path, {"version": over["version"], "source": "local"})
        self.assertEqual(self.sign_in("zhangwei", "another-secret")[0], 401)
        self.assertEqual(self.sign_in("zhangwei", back["initial_password"]), (200, "password"))


if __name__ == "__main__":
    unittest.main()
