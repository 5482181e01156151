"""kill -9 while a filled workbook of reports is being applied, several times at random moments: every measure has the
report of the workbook once or not at all, all of them or none, the journal is whole, and the same file brought again
does what is missing and nothing twice. The moments come from a seed that is printed with a failure."""
import contextlib
import http.client
import io
import os
import random
import re
import threading
import time
import urllib.parse
import zipfile

import program
from story import Story

PROBLEMS, MEASURES, TURNS = 6, 20, 6
FIRST_LINE = 4  # below title, note and head
SEED = int(os.environ.get("ZHENGGAI_SEED", time.time()))
LOST = (OSError, http.client.HTTPException, program.Refused, ValueError)


def filled(book, cells):
    """The same workbook with cells of its first sheet written over: "I4" to text or number."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                part = re.sub(r'(<c r="([A-Z]+\d+)"(?: s="\d+")?)(?: t="\w+")?(?:/>|>.*?</c>)',
                              lambda cell: written(cell, cells), part)
            after.writestr(name, part)
    return out.getvalue()


def written(cell, cells):
    value = cells.get(cell.group(2))
    if value is None:
        return cell.group(0)
    if isinstance(value, int):
        return f"{cell.group(1)}><v>{value}</v></c>"
    return f'{cell.group(1)} t="inlineStr"><is><t>{value}</t></is></c>'


class KilledInReport(Story):
    def test_a_killed_report_is_whole_or_absent(self):
        self.chance = random.Random(SEED)
        self.people()
        self.ledger = self.imported(problems=PROBLEMS, measures=MEASURES)
        for problem in self.rows(self.ledger, "problems")["rows"]:
            self.office.put(f"/problems/{problem['id']}/claim", {"version": problem["version"]})
        seconds = self.seconds_of(self.checked(self.filled_in("试时")))
        whole = 0
        for turn in range(TURNS):
            book = self.filled_in(f"第{turn}轮")
            # One moment in each part of the time it takes.
            self.kill_during(self.checked(book), 1.3 * seconds * (turn + self.chance.random()) / TURNS)
            done = self.reported(f"第{turn}轮")
            self.assertIn(done, (0, PROBLEMS * MEASURES), f"seed {SEED}, turn {turn}")
            whole += done > 0
            self.assertEqual(self.apply(book), {"unchanged" if done else "reported"}, f"seed {SEED}, turn {turn}")
            self.assertEqual(self.reported(f"第{turn}轮"), PROBLEMS * MEASURES, f"seed {SEED}, turn {turn}")
            self.assertEqual(self.apply(book), {"unchanged"}, f"seed {SEED}, turn {turn}")
        self.assertEqual(self.reported(""), (TURNS + 1) * PROBLEMS * MEASURES, f"seed {SEED}: nothing twice")
        print(f"killed {TURNS} times within {seconds:.2f} s: {whole} whole, {TURNS - whole} absent")

    def filled_in(self, words):
        """Every measure reported on with these words."""
        status, _, book = self.office.call("GET", f"/api/v1/programmes/{self.ledger}/progress-sheet")
        self.assertEqual(status, 200)
        cells = {}
        for line in range(FIRST_LINE, FIRST_LINE + PROBLEMS * MEASURES):
            cells[f"I{line}"] = f"{words}已按计划推进，责任科室已落实。"
            cells[f"J{line}"] = 50
        return filled(book, cells)

    def checked(self, book):
        """What applies the workbook as it was just checked."""
        name = urllib.parse.quote("填报表.xlsx")
        imports = f"/programmes/{self.ledger}/progress-imports"
        check = self.office.ask("POST", f"{imports}/check?name={name}", raw=book)
        self.assertEqual(check["counts"]["faulty"], 0)
        return lambda: self.office.ask("POST", f"{imports}?name={name}&mark={check['mark']}", raw=book)

    def apply(self, book):
        """How its rows came out, each outcome once."""
        try:
            return {row["outcome"] for row in self.checked(book)()["rows"]}
        except program.Refused as refused:
            self.assertEqual(refused.code, "nothing_to_report")
            return {"unchanged"}

    @staticmethod
    def seconds_of(work):
        begun = time.monotonic()
        work()
        return time.monotonic() - begun

    def kill_during(self, work, seconds):
        def aside():
            with contextlib.suppress(*LOST):
                work()
        working = threading.Thread(target=aside)
        working.start()
        time.sleep(seconds)
        self.place.kill()
        working.join()
        code, _, said = self.place.command("verify")
        self.assertEqual(code, 0, f"seed {SEED}: {said}")
        self.place.start()
        self.office = self.place.client().sign_in("lin.office", program.PASSWORD)

    def reported(self, words):
        """How many reports say this; a measure that says it twice is a failure."""
        found = 0
        for row in self.rows(self.ledger)["rows"]:
            said = [entry["text"] for entry in self.office.get(f"/measures/{row['id']}")["entries"]]
            self.assertEqual(len(said), len(set(said)), f"seed {SEED}: measure {row['number']}")
            found += sum(text.startswith(words) for text in said)
        return found


class KilledInReportOnPostgres(KilledInReport):
    engine = "postgres"
