"""kill -9 while a plan is being confirmed, ten times at random moments: the ledger holds all of it or nothing, and the
journal is whole. The moments come from a seed that is printed with a failure."""
import contextlib
import http.client
import os
import random
import threading
import time

import plans
import program
from story import Story

PROBLEMS, MEASURES = 300, 5
SEED = int(os.environ.get("ZHENGGAI_SEED", time.time()))


class KilledInImport(Story):
    def test_a_killed_import_is_whole_or_absent(self):
        self.people()
        chance = random.Random(SEED)
        whole = absent = 0
        seconds = self.seconds_of_a_whole_import()
        for turn in range(10):
            programme = self.programme(f"第{turn}次")
            batch = self.upload(programme, plans.plan_docx(problems=PROBLEMS, measures=MEASURES))
            confirming = threading.Thread(target=self.confirm_and_forget, args=(batch,))
            confirming.start()
            time.sleep(chance.uniform(0, seconds * 2))
            self.place.kill()
            confirming.join()
            code, _, said = self.place.command("verify")
            self.assertEqual(code, 0, f"seed {SEED}, turn {turn}: {said}")
            self.place.start()
            self.office = self.place.client().sign_in("lin.office", program.PASSWORD)
            self.administrator = self.place.client().sign_in(self.administrator.session["account"]["name"],
                                                             program.PASSWORD)
            found = self.rows(programme)["total"]
            self.assertIn(found, (0, PROBLEMS * MEASURES), f"seed {SEED}, turn {turn}")
            state = self.office.get(f"/imports/{batch['id']}")["state"]
            self.assertEqual(state, "confirmed" if found else "read", f"seed {SEED}, turn {turn}")
            whole, absent = whole + (found > 0), absent + (found == 0)
        print(f"killed ten times within {2 * seconds:.2f} s: {whole} whole, {absent} absent")

    def seconds_of_a_whole_import(self):
        batch = self.upload(self.programme("试时"), plans.plan_docx(problems=PROBLEMS, measures=MEASURES))
        begun = time.monotonic()
        self.confirm(batch)
        return time.monotonic() - begun

    def confirm_and_forget(self, batch):
        with contextlib.suppress(OSError, http.client.HTTPException, program.Refused, ValueError):
            self.confirm(batch)


class KilledInImportOnPostgres(KilledInImport):
    engine = "postgres"
