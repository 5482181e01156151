"""The server refuses what the pages hide, whoever asks and however."""
import program
from story import Story


class Doors(Story):
    def test_nobody_gets_in_without_signing_in(self):
        for method, path in (("GET", "/programmes"), ("GET", "/ledger?view=problems"), ("GET", "/accounts"),
                             ("GET", "/session"), ("POST", "/programmes"), ("GET", "/imports?programme=x")):
            with self.subTest(path):
                status, _, _ = self.place.client().call(method, "/api/v1" + path, {} if method == "POST" else None)
                self.assertEqual(status, 401)

    def test_each_role_stays_in_its_place(self):
        self.people()
        programme = self.imported(problems=3, measures=1)
        problem = self.rows(programme, "problems")["rows"][0]
        clerk = self.unit_account("su.clerk", problem["responsibility"]["responsible_units"][0]["name"], "苏小满")
        outsider = self.place.open_account(self.administrator, "wai.ren", "responsible_unit",
                                           self.unit("青禾县气象局"), "温如玉")
        self.assertEqual(self.refused(self.administrator, "GET", "/ledger?view=problems"), 403)
        self.assertEqual(self.refused(self.office, "GET", "/accounts"), 403)
        self.assertEqual(self.refused(clerk, "PATCH", f"/problems/{problem['id']}",
                                      {"version": problem["version"], "goal": "x"}), 403)
        self.assertEqual(self.refused(outsider, "GET", f"/problems/{problem['id']}"), 404)
        self.assertEqual(self.rows(programme, "problems", outsider)["total"], 0)

    def test_a_changing_request_needs_the_token_of_the_session(self):
        self.people()
        self.office.token = "wrong"
        self.assertEqual(self.refused(self.office, "POST", "/programmes", {}), 403)

    def test_pages_carry_a_strict_policy_and_paths_stay_inside(self):
        status, headers, content = self.place.client().call("GET", "/")
        self.assertEqual(status, 200)
        self.assertIn("<div", content.decode())
        self.assertIn("default-src 'self'", headers["Content-Security-Policy"])
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc/passwd"):
            self.assertNotIn(b"root:", self.place.client().call("GET", path)[2])

    def test_guessing_a_password_is_slowed_down(self):
        self.people()
        codes = set()
        for _ in range(8):
            try:
                self.place.client().sign_in("lin.office", "wrong password 1")
            except program.Refused as refused:
                codes.add(refused.code)
        self.assertEqual(codes, {"name_or_password_wrong", "account_locked"})

    def refused(self, client, method, path, body=None):
        with self.assertRaises(program.Refused) as caught:
            client.ask(method, path, body)
        return caught.exception.status
