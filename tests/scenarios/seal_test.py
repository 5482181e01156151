"""Encryption at rest with the real program: switched on for what is there, nothing restricted readable in the folder or
in a backup, restored with its key and with no other, its key changed while people work, switched off again."""
import pathlib
import shutil
import subprocess
import tempfile
import urllib.parse
import zipfile

import program
from program import new_id
from story import Story

SECRET = "线索移交纪检机关办理"
PROOF = "核查谈话笔录原文"


class Sealed(Story):
    def setUp(self):
        super().setUp()
        self.shelf = pathlib.Path(tempfile.mkdtemp(prefix="zhenggai-shelf-"))
        self.addCleanup(shutil.rmtree, self.shelf, True)
        self.key = self.shelf / "seal.key"
        self.on = {"ZHENGGAI_SEAL_RESTRICTED": "on", "ZHENGGAI_SEAL_KEY_FILE": str(self.key)}

    def clear_the_office(self):
        """The office is cleared for clues, which takes two administrators."""
        change = self.place.give("lin.office", "rectification_office", guards=["clues"])
        self.administrator.put(f"/permission-changes/{change['id']}/decision", {"agree": True, "note": ""})
        self.office.sign_in("lin.office", program.PASSWORD)

    def guarded_problem(self):
        self.people()
        self.clear_the_office()
        programme = self.imported(problems=2, measures=1)
        problem = self.rows(programme, "problems")["rows"][0]
        measure = next(row for row in self.rows(programme)["rows"] if row["problem"]["id"] == problem["id"])
        changed = self.office.ask("PATCH", f"/problems/{problem['id']}", {"version": problem["version"], "text": SECRET})
        self.office.put(f"/problems/{problem['id']}/guards", {"version": changed["version"], "guards": ["clues"]})
        proof = new_id()
        self.office.ask("POST", f"/measures/{measure['id']}/evidence?id={proof}&kind=minutes&name="
                        + urllib.parse.quote("笔录.txt"), raw=(PROOF * 5000).encode())
        return problem["id"], proof

    def lies_in(self, folder, words):
        """The files in which these words can be read."""
        return sorted(file.name for file in pathlib.Path(folder).rglob("*")
                      if file.is_file() and words.encode() in file.read_bytes())

    def readable(self, words):
        """Where these words can be read without the key: files of the folder, and the database on PostgreSQL."""
        found = self.lies_in(self.place.folder, words)
        if self.engine == "postgres":
            whole = subprocess.run(["psql", "-qAt", "-d", self.place.settings["ZHENGGAI_DATABASE"], "-c",
                                    "SELECT database_to_xml(true, true, '')"], capture_output=True, check=True)
            found += ["database"] if words.encode() in whole.stdout else []
        return found

    def in_package(self, package, words):
        with zipfile.ZipFile(package) as opened:
            return [name for name in opened.namelist() if words.encode() in opened.read(name)]

    def done(self, ended):
        code, said, err = ended
        self.assertEqual(code, 0, said + err)
        return said

    def start_sealing(self):
        self.place.stop()
        self.place.settings.update(self.on)
        said = self.done(self.place.command("seal"))
        self.assertIn("已建立密钥文件", said)
        self.assertEqual(self.key.stat().st_mode & 0o777, 0o600)
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)

    def test_nothing_restricted_can_be_read_without_the_key(self):
        problem, proof = self.guarded_problem()
        self.assertNotEqual(self.readable(SECRET), [])
        self.assertNotEqual(self.readable(PROOF), [])
        self.start_sealing()
        self.assertEqual(self.readable(SECRET), [])
        self.assertEqual(self.readable(PROOF), [])
        self.see(problem, proof)
        # What comes now is sealed before it is written: log and temporary folder included.
        late = "另案处理的线索编号二〇二六"
        row = self.office.get(f"/problems/{problem}")
        self.office.ask("PATCH", f"/problems/{problem}", {"version": row["version"], "goal": late})
        self.assertEqual(self.readable(late), [])
        self.assertEqual(self.office.get(f"/ledger?view=problems&q={urllib.parse.quote('纪检机关')}")["total"], 1)
        self.done(self.place.command("verify"))

    def see(self, problem, proof, client=None):
        client = client or self.office
        self.assertEqual(client.get(f"/problems/{problem}")["text"], SECRET)
        status, headers, content = client.call("GET", f"/api/v1/evidence/{proof}/file")
        self.assertEqual((status, content.decode()), (200, PROOF * 5000))
        self.assertEqual(int(headers["Content-Length"]), len(content))
        self.assertIn(PROOF, str(client.get(f"/evidence/{proof}/preview")))

    def test_a_backup_comes_back_with_its_key_and_with_no_other(self):
        problem, proof = self.guarded_problem()
        self.start_sealing()
        package, journal_key = self.shelf / "sealed.zip", self.shelf / "journal.key"
        self.done(self.place.command("backup", package, "--key-to", journal_key))
        self.assertEqual(self.in_package(package, SECRET) + self.in_package(package, PROOF), [])
        self.place.stop()

        restored = self.new_installation()
        restored.settings.update(self.on)
        self.done(restored.command("restore", package))
        shutil.copy(journal_key, restored.folder / "journal.key")
        self.done(restored.command("verify"))
        restored.start()
        self.see(problem, proof, restored.client().sign_in("lin.office", program.PASSWORD))
        restored.stop()

        for settings, words in (({"ZHENGGAI_SEAL_RESTRICTED": "off", "ZHENGGAI_SEAL_KEY_FILE": ""}, "已经加密存储"),
                                ({"ZHENGGAI_SEAL_KEY_FILE": str(self.another_key())}, "密钥文件与已加密的内容不符"),
                                ({"ZHENGGAI_SEAL_KEY_FILE": str(self.shelf / "gone.key")}, "找不到加密存储的密钥文件"),
                                ({"ZHENGGAI_SEAL_KEY_FILE": str(restored.folder / "in.key")}, "数据文件夹")):
            restored.settings.update(self.on)
            restored.settings.update(settings)
            code, said, err = restored.command("serve", "--listen", "127.0.0.1:0")
            self.assertNotEqual(code, 0)
            self.assertIn(words, said + err)

    def another_key(self):
        path = self.shelf / "another.key"
        path.write_text("ab" * 32 + "\n")
        return path

    def test_the_key_is_changed_while_people_work_and_sealing_ends_as_it_began(self):
        problem, proof = self.guarded_problem()
        self.start_sealing()
        before = self.key.read_text()
        self.done(self.place.command("rotate-seal-key"))
        self.assertEqual(len(self.key.read_text().split()), 1)
        self.assertNotEqual(self.key.read_text(), before)
        self.see(problem, proof)
        late = self.office.get(f"/problems/{problem}")
        self.office.ask("PATCH", f"/problems/{problem}", {"version": late["version"], "goal": "换密钥之后"})
        self.place.stop()
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)
        self.see(problem, proof)
        self.assertEqual(self.office.get(f"/problems/{problem}")["goal"], "换密钥之后")

        self.assertIn("seal_restricted", self.place.command("unseal")[2])
        self.place.stop()
        self.place.settings["ZHENGGAI_SEAL_RESTRICTED"] = "off"
        self.done(self.place.command("unseal"))
        self.place.settings["ZHENGGAI_SEAL_KEY_FILE"] = ""
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)
        self.see(problem, proof)
        self.assertNotEqual(self.readable(SECRET), [])

    def test_what_was_changed_in_the_folder_is_refused_and_logged(self):
        problem, proof = self.guarded_problem()
        self.start_sealing()
        file, = (one for one in (self.place.folder / "evidence").rglob("*") if one.is_file())
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.chmod(0o600)
        file.write_bytes(bytes(content))
        for path in (f"/evidence/{proof}/preview", f"/evidence/{proof}/file"):
            with self.assertRaises(program.Refused) as refused:
                self.office.get(path)
            self.assertEqual((refused.exception.status, refused.exception.code), (503, "sealed_content_broken"))
        self.assertIn("a sealed content was changed or moved: evidence of " + file.name, self.place.log())
        self.assertEqual(self.place.command("verify")[0], 2)


class SealedOnPostgres(Sealed):
    engine = "postgres"


if __name__ == "__main__":
    import unittest
    unittest.main()
