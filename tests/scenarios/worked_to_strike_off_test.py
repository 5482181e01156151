"""The main job: a Word plan becomes a ledger, is claimed, worked, reviewed and struck off, and leaves as a workbook."""
import io
import zipfile

from program import new_id
from story import Story


class WorkedToStrikeOff(Story):
    def test_a_plan_is_worked_until_a_problem_is_struck_off(self):
        self.people()
        programme = self.imported(problems=6, measures=2)
        problems = self.rows(programme, "problems")
        self.assertEqual((problems["total"], self.rows(programme)["total"]), (6, 12))

        problem = problems["rows"][0]
        unit = problem["responsibility"]["responsible_units"][0]["name"]
        clerk = self.unit_account("su.clerk", unit, "苏小满")
        seen = self.rows(programme, "problems", clerk)["rows"]
        self.assertTrue(seen)
        self.assertTrue(all(row["responsibility"]["responsible_units"][0]["name"] == unit for row in seen))

        problem = clerk.get(f"/problems/{problem['id']}")
        self.assertIn("claim", problem["may"])
        clerk.put(f"/problems/{problem['id']}/claim", {"version": problem["version"]})
        for measure in problem["measures"]:
            self.work(clerk, measure["id"])

        application = self.application(clerk.get(f"/problems/{problem['id']}")["version"])
        self.assert_refused(409, "measures_are_not_finished",
                            lambda: clerk.put(f"/problems/{problem['id']}/application", application))
        for measure in problem["measures"]:
            self.review(measure["id"])
        application["version"] = clerk.get(f"/problems/{problem['id']}")["version"]
        applied = clerk.put(f"/problems/{problem['id']}/application", application)
        self.assertEqual(applied["status"], "awaiting_review")

        struck = self.reviewer.put(f"/problems/{problem['id']}/strike-off",
                                   {"version": applied["version"], "opinion": "现场核查属实，同意销号。"})
        self.assertEqual((struck["status"], struck["may"]), ("struck_off", ["open_successor"]))
        slip = self.reviewer.get(f"/problems/{problem['id']}")["strike_off"]
        self.assertEqual((slip["slip_number"], slip["imported"]), (1, False))
        self.assert_refused(409, "struck_off_problems_never_change", lambda: self.office.ask(
            "PATCH", f"/problems/{problem['id']}", {"version": struck["version"], "text": "另一种说法"}))

        successor = self.office.post(f"/problems/{problem['id']}/successor",
                                     {"id": new_id(), "reason": "抽查发现同类问题再次发生", "text": "制度执行再次松懈。"})
        self.assertEqual(successor["number"], 7)
        self.assertEqual(self.office.get(f"/problems/{successor['id']}")["predecessor"]["number"], problem["number"])

        acts = [row["act"] for row in self.office.get(f"/problems/{problem['id']}/history")["rows"]]
        for act in ("claim", "apply", "strike_off"):
            self.assertTrue(any(act in said for said in acts), f"{act} not in {acts}")
        self.export(programme)
        self.assertEqual(self.place.command("verify")[0], 0)

    def test_what_is_sent_back_keeps_its_reason_and_is_worked_on_again(self):
        self.people()
        programme = self.imported(problems=3, measures=1)
        problem = self.rows(programme, "problems")["rows"][0]
        clerk = self.unit_account("su.clerk", problem["responsibility"]["responsible_units"][0]["name"], "苏小满")
        clerk.put(f"/problems/{problem['id']}/claim", {"version": problem["version"]})
        measure = clerk.get(f"/problems/{problem['id']}")["measures"][0]["id"]
        self.work(clerk, measure)
        version = self.office.get(f"/measures/{measure}")["version"]
        self.assert_refused(422, "reason_says_nothing", lambda: self.office.put(
            f"/measures/{measure}/return", {"version": version, "reason": "不行", "requirement": ""}))
        sent_back = self.office.put(f"/measures/{measure}/return", {
            "version": version, "reason": "没有会议记录，看不出开过会", "requirement": "补充会议记录和签到表"})
        self.assertEqual(sent_back["status"], "sent_back")
        self.assert_refused(409, "report_what_was_supplemented_first", lambda: clerk.put(
            f"/measures/{measure}/submission", {"version": sent_back["version"]}))
        self.work(clerk, measure)
        self.review(measure)
        self.assertEqual(self.office.get(f"/measures/{measure}")["refusals"][0]["requirement"], "补充会议记录和签到表")

    def work(self, clerk, measure):
        """One report of everything done, handed in for review."""
        clerk.post(f"/measures/{measure}/entries", {
            "id": new_id(), "text": "专题会议已召开，制度修订后印发执行。", "percent": 100, "evidence_note": "会议纪要第4期",
            "results": [{"kind": "regulations", "quantity": 1}]})
        version = clerk.get(f"/measures/{measure}")["version"]
        submitted = clerk.put(f"/measures/{measure}/submission", {"version": version})
        self.assertEqual(submitted["status"], "awaiting_review")
        self.assert_refused(403, "role_does_not_allow_this", lambda: clerk.put(
            f"/measures/{measure}/acceptance", {"version": submitted["version"], "outcome": "done", "opinion": "好"}))

    def review(self, measure):
        version = self.office.get(f"/measures/{measure}")["version"]
        accepted = self.office.put(f"/measures/{measure}/acceptance",
                                   {"version": version, "outcome": "done", "opinion": "材料齐全，同意。"})
        self.assertEqual(accepted["status"], "done")

    def application(self, version):
        return {"version": version, "summary": "两项措施均已完成，制度已印发。", "similar_check": "对全县同类单位逐一排查，未发现同类问题。",
                "problem_solved": True, "responsibility_pursued": "not_needed", "responsibility_note": "未造成损失，已作书面检查。",
                "measures_carried_out": True, "lead_leader": {"name": "柳长青", "on": "2026-05-06"},
                "principal": {"name": "苏远山", "on": "2026-05-07"}}

    def export(self, programme):
        status, headers, content = self.office.call("GET", f"/api/v1/programmes/{programme}/ledger.xlsx")
        self.assertEqual(status, 200)
        self.assertIn("attachment", headers["Content-Disposition"])
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            self.assertIsNone(book.testzip())
            sheet = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
        for word in ("关于第1项工作落实不到位的问题", "修订配套制度", "柳长青", "密级：内部　　导出："):
            self.assertIn(word, sheet)


class WorkedToStrikeOffOnPostgres(WorkedToStrikeOff):
    engine = "postgres"
