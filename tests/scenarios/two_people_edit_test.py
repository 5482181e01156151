"""Two people edit one row: the second is told, with what stands there now, and nothing of the first is lost."""
from program import new_id
from story import Story


class TwoPeopleEdit(Story):
    def test_the_second_sees_that_somebody_else_was_first(self):
        self.people()
        programme = self.imported(problems=3, measures=1)
        row = self.rows(programme, "problems")["rows"][0]
        path, version = f"/problems/{row['id']}", row["version"]
        mine = self.office.ask("PATCH", path, {"version": version, "goal": "三个月内建立台账制度"})
        said = self.assert_refused(409, "somebody_else_changed_it", lambda: self.reviewer.ask(
            "PATCH", path, {"version": version, "goal": "另一个目标"}))
        self.assertEqual(str(said["args"]["version"]), str(mine["version"]))
        self.assertEqual(self.reviewer.get(path)["goal"], "三个月内建立台账制度")
        theirs = self.reviewer.ask("PATCH", path, {"version": mine["version"], "goal": "另一个目标"})
        self.assertGreater(theirs["version"], mine["version"])
        changes = [(change["old"], change["new"]) for entry in self.office.get(path + "/history")["rows"]
                   for change in entry["changes"] if change["field"] == "goal"]
        self.assertIn(("三个月内建立台账制度", "另一个目标"), changes)

    def test_sending_the_same_thing_twice_does_it_once(self):
        self.people()
        programme = self.imported(problems=3, measures=1)
        problem = self.rows(programme, "problems")["rows"][0]["id"]
        measure = {"id": new_id(), "text": "建立月度通报制度"}
        first = self.office.post(f"/problems/{problem}/measures", measure)
        again = self.office.post(f"/problems/{problem}/measures", measure)
        self.assertEqual((first["number"], first["version"]), (again["number"], again["version"]))
        self.assert_refused(409, "same_id_other_content", lambda: self.office.post(
            f"/problems/{problem}/measures", {**measure, "text": "别的措施"}))
        self.assertEqual(self.rows(programme)["total"], 4)
