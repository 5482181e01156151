"""Backup while people work, everything wiped, restore: the same digests, the same pages, a journal that holds; also from
one database to the other and back."""
import json
import pathlib
import shutil
import tempfile
import urllib.parse
import zipfile

import program
from program import new_id
from story import Story


def parts_of(package):
    """What a backup holds: name and digest of each part."""
    with zipfile.ZipFile(package) as opened:
        return json.loads(opened.read("manifest.json"))["parts"]


def work_in(package):
    """The same without the journal, to which every backup adds its own entry."""
    return [part for part in parts_of(package) if not part["name"].startswith("tables/journal_")]


def entries_in(package):
    return next(part["rows"] for part in parts_of(package) if part["name"] == "tables/journal_entry.jsonl")


class BackupRestore(Story):
    def setUp(self):
        super().setUp()
        self.shelf = pathlib.Path(tempfile.mkdtemp(prefix="zhenggai-shelf-"))
        self.addCleanup(shutil.rmtree, self.shelf, True)

    def test_what_was_wiped_comes_back_the_same(self):
        self.people()
        programme = self.imported(problems=6, measures=2)
        before = self.rows(programme)
        measure = before["rows"][0]["id"]
        proof = self.bring(measure, "会议纪要第4期\n".encode() * 50_000)
        package, key = self.shelf / "monday.zip", self.shelf / "journal.key"
        self.done(self.place.command("backup", package, "--key-to", key))  # The server runs on.
        self.assertNotIn("journal.key", zipfile.ZipFile(package).namelist())
        self.assertEqual(self.place.stop(), 0)
        shutil.rmtree(self.place.folder)

        restored = self.restored(package, key)
        self.done(restored.command("verify"))
        restored.start()
        self.assertNotIn("初始密码", restored.said)
        client = restored.client().sign_in("lin.office", program.PASSWORD)
        self.assertEqual(client.get(f"/ledger?programme={programme}&view=measures&page_size=200"), before)
        self.assertEqual(client.get(f"/imports?programme={programme}")["rows"][0]["state"], "confirmed")
        self.assertEqual(self.file_of(client, proof), "会议纪要第4期\n".encode() * 50_000)

    def test_a_lost_or_changed_file_of_evidence_is_found_by_verify(self):
        self.people()
        programme = self.imported(problems=1, measures=1)
        proof = self.bring(self.rows(programme)["rows"][0]["id"], "通报".encode())
        file, = (one for one in (self.place.folder / "evidence").rglob("*") if one.is_file())
        self.assertIn(file.name, self.digests_of(proof))
        self.done(self.place.command("verify"))
        file.chmod(0o600)
        file.write_bytes("通抱".encode())
        self.refused(self.place.command("verify"))
        file.unlink()
        self.refused(self.place.command("verify"))
        self.assert_refused(503, "evidence_file_is_gone", lambda: self.office.get(f"/evidence/{proof}/preview"))

    def bring(self, measure, content):
        """A file of evidence at a measure; its id."""
        proof, name = new_id(), urllib.parse.quote("纪要.txt")
        self.office.ask("POST", f"/measures/{measure}/evidence?id={proof}&name={name}&kind=minutes", raw=content)
        self.proven = measure
        return proof

    def digests_of(self, proof):
        rows = self.office.get(f"/measures/{self.proven}/evidence")["rows"]
        return [row["digest"] for row in rows if row["id"] == proof]

    def file_of(self, client, proof):
        status, headers, content = client.call("GET", f"/api/v1/evidence/{proof}/file")
        self.assertEqual(status, 200, content)
        self.assertTrue(headers["Content-Disposition"].startswith("attachment"))
        return content

    def test_a_ledger_moves_to_the_other_database_and_back(self):
        self.people()
        self.imported(problems=6, measures=2)
        package, key = self.shelf / "first.zip", self.shelf / "journal.key"
        self.done(self.place.command("backup", package, "--key-to", key))
        for engine in ("postgres", "sqlite"):
            moved = self.restored(package, key, engine)
            self.done(moved.command("verify"))
            again = self.shelf / f"{engine}.zip"
            self.done(moved.command("backup", again))
            self.assertEqual(work_in(again), work_in(package), engine)
            self.assertEqual(entries_in(again), entries_in(package) + 1, engine)
            package = again

    def test_nothing_is_restored_over_something_or_from_something_damaged(self):
        self.people()
        package = self.shelf / "good.zip"
        self.done(self.place.command("backup", package))
        self.refused(self.place.command("restore", package))
        self.refused(self.place.command("backup", package))
        for name, damage in {"cut.zip": lambda bytes_: bytes_[:-200], "changed.zip": self.change_one_row,
                             "empty.zip": lambda bytes_: b""}.items():
            with self.subTest(name):
                damaged = self.shelf / name
                damaged.write_bytes(damage(package.read_bytes()))
                fresh = self.new_installation()
                self.refused(fresh.command("restore", damaged))
                self.assertEqual(fresh.command("user", "list")[1].count("lin.office"), 0)

    def restored(self, package, key, engine=None):
        place = self.new_installation(engine)
        self.done(place.command("restore", package))
        shutil.copy(key, place.folder / "journal.key")
        return place

    def change_one_row(self, content):
        source = self.shelf / "source.zip"
        source.write_bytes(content)
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(self.shelf / "new.zip", "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace("lin.office".encode(), "lin.0ffice".encode()))
        return (self.shelf / "new.zip").read_bytes()

    def done(self, result):
        self.assertEqual(result[0], 0, result)

    def refused(self, result):
        self.assertEqual(result[0], 2, result)
        self.assertRegex(result[2], r"[\u4e00-\u9fff]")
