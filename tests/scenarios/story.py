"""What the stories share: an installation with its people, and the steps that several of them take."""
import contextlib
import http.client
import os
import random
import threading
import time
import unittest

import plans
import program
from program import new_id

SEED = int(os.environ.get("ZHENGGAI_SEED", time.time()))
LOST = (OSError, http.client.HTTPException, program.Refused, ValueError)


class Story(unittest.TestCase):
    """Each test has an installation of its own on an empty folder, gone afterwards."""

    engine = "sqlite"

    def setUp(self):
        if not program.PROGRAM.exists():
            self.fail(f"{program.PROGRAM} is not there: script/build makes it")
        self.place = self.new_installation().start()

    def new_installation(self, engine=None):
        settings = program.new_postgres_database() if (engine or self.engine) == "postgres" else {}
        place = program.Installation(settings)
        self.addCleanup(place.remove)
        return place

    def people(self):
        """An administrator, and two of the rectification office: one to work, one to review."""
        self.administrator = self.place.first_administrator()
        unit = self.unit("中共青禾县委整改办")
        self.office = self.place.open_account(self.administrator, "lin.office", "rectification_office", unit, "林知微")
        self.reviewer = self.place.open_account(self.administrator, "he.review", "rectification_office", unit, "何竹青")

    def unit(self, name, parent=None):
        unit = new_id()
        self.administrator.post("/units", {"id": unit, "name": name, "short_name": "", "kind": "department",
                                           "parent_id": parent})
        return unit

    def programme(self, title="青禾县教育系统巡察整改"):
        """A programme of an inspected unit of its own."""
        inspected = self.unit(f"青禾县委教育工委（{title}）")
        programme = new_id()
        self.office.post("/programmes", {
            "id": programme, "title": title, "inspected_unit_id": inspected, "inspection_name": "常规巡察",
            "inspection_kind": "regular", "inspecting_body": "青禾县委第三巡察组", "round_name": "十四届县委第二轮巡察",
            "feedback_on": "2026-03-02", "concentrated_end_on": "2026-09-02"})
        return programme

    def upload(self, programme, content=None, name="plan.docx"):
        content = content if content is not None else plans.plan_docx()
        return self.office.ask("POST", f"/imports?programme={programme}&name={name}", raw=content)

    def confirm(self, batch):
        return self.office.put(f"/imports/{batch['id']}/confirmation",
                               {"version": batch["version"], "create_units": True})

    def imported(self, title="青禾县教育系统巡察整改", **shape):
        """A programme whose plan was read and confirmed."""
        programme = self.programme(title)
        self.confirm(self.upload(programme, plans.plan_docx(**shape)))
        return programme

    def rows(self, programme, view="measures", who=None):
        return (who or self.office).get(f"/ledger?programme={programme}&view={view}&page_size=200")

    def unit_account(self, name, unit_name, person):
        """An account of a unit that the import created."""
        found = [row for row in self.administrator.get("/units?q=")["rows"] if row["name"] == unit_name]
        return self.place.open_account(self.administrator, name, "responsible_unit", found[0]["id"], person)

    def clerk_with_a_problem(self):
        """All people, an imported plan, and the clerk of the unit that answers for its first problem."""
        self.people()
        programme = self.imported(problems=2, measures=1)
        problem = self.rows(programme, "problems")["rows"][0]
        unit = problem["responsibility"]["responsible_units"][0]["name"]
        return self.unit_account("su.clerk", unit, "苏小满"), problem

    def send_back(self, clerk, problem, reason="没有会议记录，看不出开过会"):
        """The clerk claims the problem and hands in its measure, which the office sends back: one message."""
        clerk.put(f"/problems/{problem['id']}/claim", {"version": problem["version"]})
        measure = clerk.get(f"/problems/{problem['id']}")["measures"][0]["id"]
        clerk.post(f"/measures/{measure}/entries", {"id": new_id(), "text": "专题会议已召开。", "percent": 100,
                                                    "evidence_note": "会议纪要第4期", "results": []})
        clerk.put(f"/measures/{measure}/submission", {"version": clerk.get(f"/measures/{measure}")["version"]})
        version = self.office.get(f"/measures/{measure}")["version"]
        self.office.put(f"/measures/{measure}/return", {"version": version, "reason": reason,
                                                        "requirement": "补充会议记录"})

    def wait_until(self, holds, seconds_max=40):
        until = time.monotonic() + seconds_max
        while time.monotonic() < until and not holds():
            time.sleep(0.1)
        self.assertTrue(holds(), self.place.log())

    def assert_refused(self, status, code, act):
        with self.assertRaises(program.Refused) as caught:
            act()
        self.assertEqual((caught.exception.status, caught.exception.code), (status, code))
        return caught.exception.body


class KilledStory(Story):
    """One whose program is killed at moments that come from the seed."""

    def setUp(self):
        super().setUp()
        self.chance = random.Random(SEED)

    def come_back(self):
        """After the kill: the records are whole, and everybody signs in again."""
        code, _, said = self.place.command("verify")
        self.assertEqual(code, 0, f"seed {SEED}: {said}")
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)
        self.reviewer = self.place.client().sign_in("he.review", program.PASSWORD)

    def kill_during(self, work, seconds):
        """Runs `work` aside and kills the program somewhere within that time."""
        def aside():
            with contextlib.suppress(*LOST):
                work()
        working = threading.Thread(target=aside)
        working.start()
        time.sleep(self.chance.uniform(0, seconds))
        self.place.kill()
        working.join()
        self.come_back()
