"""The program without a browser: sample, import, export, accounts, settings, and how it says no."""
import json
import pathlib
import re
import tempfile
import unittest
import zipfile

import plans
import program


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.place = program.Installation()
        self.addCleanup(self.place.remove)

    def test_the_sample_district_can_be_looked_at_and_worked_on(self):
        code, said, _ = self.place.command("sample")
        self.assertEqual(code, 0)
        password = re.search(r"密码均为 (\S+)", said)[1]
        account = re.search(r"^ +(\S+) .*整改办", said, re.MULTILINE)[1]
        self.assertEqual(self.place.command("sample")[0], 2)  # Never over something.
        self.place.start()
        client = self.place.client().sign_in(account, password)
        programmes = client.get("/programmes")
        self.assertEqual(programmes["total"], 3)
        states = {row["counts"]["struck_off"] > 0 for row in programmes["rows"]}
        self.assertEqual(states, {True, False})
        self.assertEqual(self.place.command("verify")[0], 0)

    def test_a_plan_goes_in_and_a_workbook_comes_out(self):
        self.place.command("sample")
        self.place.start()
        title = "教育局党组巡察整改"
        with tempfile.TemporaryDirectory() as folder:
            plan, book = pathlib.Path(folder) / "plan.docx", pathlib.Path(folder) / "ledger.xlsx"
            plan.write_bytes(plans.plan_docx(problems=3, measures=2))
            code, said, _ = self.place.command("import", plan, "--programme", title, "--create-units", "--check")
            self.assertEqual(code, 0, said)
            code, said, _ = self.place.command("import", plan, "--programme", title, "--create-units")
            self.assertEqual(code, 0, said)
            code, said, err = self.place.command("export", book, "--programme", title)
            self.assertEqual(code, 0, said + err)
            with zipfile.ZipFile(book) as opened:
                text = "".join(opened.read(name).decode() for name in opened.namelist() if name.endswith(".xml"))
            self.assertIn("关于第3项工作落实不到位的问题", text)
            self.assertEqual(self.place.command("export", book, "--programme", title)[0], 2)

    def test_a_text_is_proof_read_without_a_data_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            text, nothing = pathlib.Path(folder) / "a.txt", pathlib.Path(folder) / "b.txt"
            text.write_text("大部份措施已经落实。\n经××研究。\n", encoding="utf-8")
            code, said, _ = self.place.command("proofread", text)
            self.assertEqual(code, 1)
            self.assertIn("必须改 用语 第1段 大【部份】措施已经落实。", said)
            self.assertIn("共2处。", said)
            code, said, _ = self.place.command("proofread", text, "--json")
            self.assertEqual(code, 1)
            self.assertEqual([one["fix"] for one in json.loads(said)["findings"]], ["部分", None])
            text.write_text("措施已经落实。\n", encoding="utf-8")
            self.assertEqual(self.place.command("proofread", text)[0], 0)
            self.assertEqual(self.place.command("proofread", nothing)[0], 2)

    def test_the_key_of_secrets_is_changed_in_its_file(self):
        self.place.command("sample")
        path = self.place.folder / "secrets.key"
        before = path.read_text()
        code, said, err = self.place.command("rotate-secrets-key")
        self.assertEqual(code, 0, said + err)
        self.assertIn("旧密钥已删除", said)
        self.assertEqual(len(path.read_text().split()), 1)
        self.assertNotEqual(path.read_text(), before)
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.place.command("verify")[0], 0)

    def test_reading_prints_one_object_and_writes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "plan.txt"
            path.write_bytes(plans.plan_text(problems=6, measures=3))
            code, out, err = program.command("parse", path)
            self.assertEqual((code, err), (0, ""))
            found = json.loads(out)
            self.assertEqual([len(area["problems"]) for area in found["areas"]], [2, 2, 2])
            measures = [measure for area in found["areas"] for problem in area["problems"]
                        for measure in problem["measures"]]
            self.assertEqual(len(measures), 18)
            self.assertEqual([entry.name for entry in pathlib.Path(folder).iterdir()], ["plan.txt"])

    def test_a_template_is_checked_and_every_fault_has_its_place(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "template.docx"
            for field, code, word in (("问题总数", 0, "没有发现问题"), ("问题总述", 2, "第1段：没有 {{问题总述}}")):
                with self.subTest(field):
                    path.write_bytes(plans.docx(plans.paragraphs([f"{{{{{field}}}}}"])))
                    got, out, err = program.command("check-template", path)
                    self.assertEqual((got, err), (code, ""))
                    self.assertIn(word, out)
            got, out, _ = program.command("check-template", path, "--json")
            self.assertEqual(got, 2)
            fault = json.loads(out)["faults"][0]
            self.assertEqual(fault["args"]["place"], "第1段")
            self.assertEqual(fault["args"]["accepted"], "问题总数")
            path.write_bytes(b"nothing of the kind")
            self.assertEqual(program.command("check-template", path)[0], 2)

    def test_accounts_are_opened_closed_and_given_new_passwords(self):
        self.place.command("sample")
        code, said, _ = self.place.command("user", "add", "lin.kuaiji", "--person", "林算盘", "--role",
                                           "responsible_unit", "--unit", "教育局")
        self.assertEqual(code, 0)
        first = re.search(r"密码\D*[：为] *(\S+)", said)[1]
        self.place.start()
        self.place.client().sign_in("lin.kuaiji", first)
        self.assertEqual(self.place.command("user", "disable", "lin.kuaiji")[0], 0)
        with self.assertRaises(program.Refused):
            self.place.client().sign_in("lin.kuaiji", first)
        self.assertEqual(self.place.command("user", "password", "nobody.here")[0], 2)

    def test_what_is_wrong_is_said_in_one_chinese_line(self):
        for arguments, word in ((["serve", "--lsten", "x"], "lsten"), (["fly"], "fly"),
                                (["serve", "--listen", "nowhere"], "listen"), (["verify"], "")):
            with self.subTest(arguments):
                code, out, err = self.place.command(*arguments)
                self.assertIn(code, (1, 2))
                self.assertEqual(out, "")
                self.assertRegex(err, r"[\u4e00-\u9fff]")
                self.assertIn(word, err)
        code, _, err = program.command("serve", settings={"ZHENGGAI_LISTN": "127.0.0.1:1"})
        self.assertEqual(code, 2)
        self.assertIn("listen", err)

    def test_help_is_chinese_and_names_every_setting_of_the_manual(self):
        _, said, _ = program.command("--help")
        documented = re.findall(r"`([a-z_]+)`", "\n".join(
            line.split("|")[1] for line in (program.PROJECT / "docs" / "operating.md").read_text(
                encoding="utf-8").splitlines() if line.startswith("| `")))
        flags = re.findall(r"^ +--([a-z-]+) 值", said, re.MULTILINE)
        self.assertEqual(sorted(name.replace("_", "-") for name in documented), sorted(flags))
