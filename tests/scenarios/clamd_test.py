"""Evidence before a real clamd with one signature of our own: kept when clean, refused by name, and what happens when
clamd is away."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.parse

import program
from program import new_id
from story import Story

VIRUS = "ZHENGGAI-OWN-TEST-VIRUS"


class Clamd:
    """The daemon on a socket of its own, with a database of one signature."""

    def __init__(self, folder):
        self.folder = folder
        self.socket = folder / "clamd.ctl"
        (folder / "db").mkdir()
        (folder / "db" / "own.ndb").write_text(f"Own-Signature:0:*:{VIRUS.encode().hex()}\n")
        (folder / "clamd.conf").write_text(
            f"LocalSocket {self.socket}\nDatabaseDirectory {folder / 'db'}\nForeground yes\nStreamMaxLength 1M\n")
        # As root it would change to a user of its own, who may not read our folder.
        if os.geteuid() == 0:
            with open(folder / "clamd.conf", "a", encoding="utf-8") as conf:
                conf.write("User root\n")
        self.process = None

    def start(self):
        self.process = subprocess.Popen(["clamd", "-c", str(self.folder / "clamd.conf")], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while not self.socket.exists():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("clamd does not start")
            time.sleep(0.05)
        return self

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=30)
            self.process = None
        self.socket.unlink(missing_ok=True)


class Scanned(Story):
    def setUp(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="zhenggai-clamd-"))
        self.addCleanup(shutil.rmtree, folder, True)
        self.clamd = Clamd(folder).start()
        self.addCleanup(self.clamd.stop)
        self.settings = {"ZHENGGAI_CLAMD": str(self.clamd.socket)}
        super().setUp()
        self.people()
        self.measure = self.rows(self.imported(problems=1, measures=1))["rows"][0]["id"]

    def new_installation(self, engine=None):
        place = super().new_installation(engine)
        place.settings.update(self.settings)
        return place

    def bring(self, content, name="纪要.txt"):
        return self.office.ask("POST", f"/measures/{self.measure}/evidence?id={new_id()}&kind=minutes&name="
                               + urllib.parse.quote(name), raw=content)

    def refusal(self, content):
        with self.assertRaises(program.Refused) as refused:
            self.bring(content)
        return refused.exception

    def files(self):
        return [file for file in (self.place.folder / "evidence").rglob("*") if file.is_file()]

    def test_what_is_found_is_refused_by_name_and_leaves_no_copy(self):
        self.assertEqual(self.bring("一份干净的纪要".encode())["rows"][0]["hints"], [])
        self.assertEqual(len(self.files()), 1)
        found = self.refusal(("一份带毒的纪要 " * 20_000 + VIRUS).encode())
        self.assertEqual((found.status, found.code), (422, "evidence_has_a_virus"))
        self.assertIn("Own-Signature", str(found.body))
        self.assertEqual(len(self.files()), 1)
        # More than clamd takes: not scanned, so not kept.
        self.assertEqual(self.refusal(b"large " * 300_000).code, "evidence_cannot_be_scanned")

    def test_without_clamd_evidence_is_refused_or_marked(self):
        self.clamd.stop()
        away = self.refusal("纪要".encode())
        self.assertEqual((away.status, away.code), (503, "evidence_cannot_be_scanned"))
        self.place.stop()
        self.place.settings["ZHENGGAI_CLAMD_UNREACHABLE"] = "accept"
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)
        self.assertEqual(self.bring("纪要".encode())["rows"][0]["hints"], ["not_scanned"])
        # Once it answers again, the same file brought again is known to be clean.
        self.clamd.start()
        self.assertEqual([row["hints"] for row in self.bring("纪要".encode())["rows"]], [[], []])


if __name__ == "__main__":
    import unittest
    unittest.main()
