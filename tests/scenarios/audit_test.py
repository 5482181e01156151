"""What an auditor finds of a working day, takes out signed, and what an outsider finds when somebody changed it."""
import io
import json
import pathlib
import shutil
import tempfile
import unittest
import zipfile

import program
from story import Story

WORDS = json.loads((program.PROJECT / "contract" / "journal.zh-CN.json").read_text())


class Audit(Story):
    def setUp(self):
        super().setUp()
        self.shelf = pathlib.Path(tempfile.mkdtemp(prefix="zhenggai-shelf-"))
        self.addCleanup(shutil.rmtree, self.shelf, True)

    def a_working_day(self):
        self.people()
        programme = self.imported(problems=3, measures=2)
        self.office.call("GET", f"/api/v1/programmes/{programme}/ledger.xlsx")
        self.assert_refused(401, "name_or_password_wrong",
                            lambda: self.place.client().sign_in("lin.office", "not this one"))
        code, _, said = self.place.command("backup", self.shelf / "day.zip")
        self.assertEqual(code, 0, said)
        self.auditor = self.place.auditor()
        return programme

    def everything(self, query=""):
        rows, behind = [], ""
        while behind is not None:
            page = self.auditor.get(f"/journal?page_size=200&behind={behind}{query}")
            rows += page["rows"]
            behind = page["next"]
        return rows

    def test_everything_that_happened_is_found_and_has_words(self):
        programme = self.a_working_day()
        rows = self.everything()
        acts = {row["act"] for row in rows}
        self.assertLessEqual({"sign_in", "fail_sign_in", "open_account", "open_programme", "import", "export_ledger",
                              "back_up"}, acts)
        for row in rows:
            self.assertIn(row["act"], WORDS["acts"])
            self.assertIn(row["subject"]["kind"], WORDS["kinds"])
            for field in row["fields"]:
                self.assertIn(field["field"], WORDS["fields"])
        export = self.everything(f"&act=export_ledger&chain={programme}")
        self.assertEqual([field["value"] for field in export[0]["fields"]], ["xlsx", "6"])
        backup = self.everything("&act=back_up")
        self.assertIn({"field": "target", "value": "day.zip"}, backup[0]["fields"])

    def test_the_text_of_the_work_is_in_no_answer_and_no_file(self):
        self.a_working_day()
        said = json.dumps(self.everything(), ensure_ascii=False)
        said += self.auditor.call("GET", "/api/v1/journal/export.csv")[2].decode()
        package = zipfile.ZipFile(io.BytesIO(self.auditor.call("GET", "/api/v1/journal/export.zip")[2]))
        said += "".join(package.read(name).decode() for name in package.namelist())
        self.assertNotIn("落实不到位", said)
        for path in ("/programmes", "/ledger"):
            self.assertEqual(self.auditor.call("GET", "/api/v1" + path)[0], 403, path)

    def test_a_signed_export_is_checked_by_an_outsider(self):
        self.a_working_day()
        fingerprint = self.auditor.get("/journal/sources")["signing"]["fingerprint"]
        good = self.shelf / "留痕.zip"
        good.write_bytes(self.auditor.call("GET", "/api/v1/journal/export.zip")[2])
        code, said, _ = program.command("verify-export", good)
        self.assertEqual(code, 0, said)
        self.assertIn(fingerprint, said)
        self.assertIn("校验通过", said)
        changed = self.shelf / "changed.zip"
        with zipfile.ZipFile(good) as old, zipfile.ZipFile(changed, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(b"lin.office", b"lin.0ffice"))
        code, _, said = program.command("verify-export", changed)
        self.assertEqual(code, 2)
        self.assertIn("被人改动过", said)
        code, _, said = program.command("verify-export", self.shelf / "none.zip")
        self.assertEqual((code, "找不到文件" in said), (2, True))

    def test_a_check_from_the_page_is_noted_and_the_program_ends_while_one_runs(self):
        self.a_working_day()
        self.auditor.post("/journal/integrity", {})
        state = self.auditor.get("/journal/integrity")
        while state["running"]:
            state = self.auditor.get("/journal/integrity")
        self.assertEqual((state["sound"], state["failed"]), (True, False))
        self.assertEqual(self.everything("&act=verify_journal")[0]["fields"][0], {"field": "outcome", "value": "sound"})
        self.auditor.post("/journal/integrity", {})
        self.assertEqual(self.place.stop(), 0)
        self.assertEqual(self.place.command("verify")[0], 0)


class AuditOnPostgres(Audit):
    engine = "postgres"


if __name__ == "__main__":
    unittest.main()
