"""kill -9 while an edition of a report is being issued and while a text is being published: the edition is there whole, with
its text, figures and digest, or the report is as it was; the text is published with all that is said of it, or still
waits. The moments come from a seed that is printed with a failure."""
import time

from program import new_id
from story import SEED, KilledStory

TURNS = 6


class KilledAtIssue(KilledStory):
    def seconds_of(self, work):
        begun = time.monotonic()
        work()
        return time.monotonic() - begun

    def prepare(self):
        self.people()
        self.ledger = self.imported(problems=24, measures=2)
        self.report = new_id()
        begun = self.office.post(f"/programmes/{self.ledger}/narratives", {
            "id": self.report, "kind": "other_report", "title": "整改情况报告", "principal": ""})
        for section in begun["sections"]:
            if not section["live"] and section["placeholders"]:
                place = f"/narratives/{self.report}/sections/{section['part']}"
                self.office.put(place + "/hold", {"take_over": False})
                self.office.put(place, {"revision": section["revision"], "heading": section["heading"],
                                        "text": "逐条落实，按月督查。"})

    def issue(self, number):
        self.office.post(f"/narratives/{self.report}/editions", {
            "id": new_id(), "version": self.office.get(f"/narratives/{self.report}")["version"],
            "number": f"青教党〔2026〕{number}号", "issued_on": "2026-03-09", "issuer": "青禾县委教育工委",
            "addressee": "青禾县委巡察办", "signer": "沈望舒"})

    def expect_whole_editions(self):
        """How many there are; each with the text and the digest it was issued with."""
        listed = self.office.get(f"/programmes/{self.ledger}/narratives")["rows"][0]
        self.assertEqual(listed["editions"], len(listed["issued"]), f"seed {SEED}")
        self.assertEqual([one["number"] for one in listed["issued"]], list(range(listed["editions"], 0, -1)))
        for one in listed["issued"]:
            self.assertTrue(self.office.get(f"/narrative-editions/{one['id']}")["sound"], f"seed {SEED}: {one}")
            status, _, _ = self.office.call("GET", f"/api/v1/narrative-editions/{one['id']}/file?form=docx")
            self.assertEqual(status, 200, f"seed {SEED}: {one}")
        return listed["editions"]

    def test_a_killed_issue_is_whole_or_absent(self):
        self.prepare()
        seconds = self.seconds_of(lambda: self.issue(1))
        there, counts = 1, []
        for turn in range(TURNS):
            # The first after a start takes longer than the one that was timed.
            self.kill_during(lambda number=turn + 2: self.issue(number), 4 * seconds)
            now = self.expect_whole_editions()
            self.assertIn(now, (there, there + 1), f"seed {SEED}, turn {turn}")
            there = now
            counts.append(now)
        self.issue(99)
        self.assertEqual(self.expect_whole_editions(), there + 1)
        print(f"killed {TURNS} times; editions by then: {counts}")

    def approved(self):
        """A text that waits to be published."""
        one = self.office.post(f"/programmes/{self.ledger}/releases", {
            "id": new_id(), "audience": "public", "source": "text", "title": "整改情况通报", "text": "整改有序推进。",
            "previous_id": None, "edition_id": None, "with_accountability": False,
            "contacts": {"phone": "", "address": "", "email": ""}})
        one = self.office.put(f"/releases/{one['id']}/submission", {"version": one["version"]})
        one = self.reviewer.put(f"/releases/{one['id']}/approval",
                                {"version": one["version"], "consents": [], "opinion": "同意公开。"})
        self.assertEqual(one["state"], "approved")
        return one

    def publish(self, one):
        self.office.put(f"/releases/{one['id']}/publication", {
            "version": one["version"], "on": time.strftime("%Y-%m-%d", time.gmtime(time.time() + 8 * 3600)),
            "channel": "县政府网站", "link": "", "number": "", "objections_until": None})

    def test_a_killed_publication_is_whole_or_absent(self):
        self.people()
        self.ledger = self.imported(problems=2, measures=1)
        waiting = self.approved()
        seconds = self.seconds_of(lambda: self.publish(waiting))
        states = []
        for _ in range(TURNS):
            waiting = self.approved()
            self.kill_during(lambda one=waiting: self.publish(one), 2 * seconds)
            now = self.office.get(f"/releases/{waiting['id']}")
            self.assertIn(now["state"], ("approved", "published"), f"seed {SEED}")
            self.assertEqual(now["publication"] is not None, now["state"] == "published", f"seed {SEED}")
            self.assertTrue(now["intact"] and now["out"] == ["整改有序推进。"], f"seed {SEED}")
            if now["state"] == "approved":
                self.publish(now)
            states.append(now["state"])
        print(f"killed {TURNS} times; states by then: {states}")


class KilledAtIssueOnPostgres(KilledAtIssue):
    engine = "postgres"
