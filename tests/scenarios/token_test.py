"""A program with a personal token: what it may do, what it may not, and when it no longer may."""
import json
import unittest

import program


class PersonalTokens(unittest.TestCase):
    def setUp(self):
        self.place = program.Installation()
        self.addCleanup(self.place.remove)
        self.place.start()
        admin = self.place.first_administrator()
        self.owner = self.place.open_account(admin, "lihong", "rectification_office", person="李红")
        self.admin = admin

    def ask(self, token, method, path, body=None):
        """Status and code of the refusal."""
        status, _, content = self.place.client().call(method, "/api/v1" + path, body,
                                                      headers={"Authorization": "Bearer " + token})
        answer = json.loads(content) if content else {}
        return status, answer.get("code")

    def make(self, acts):
        return self.owner.post("/tokens", {"id": program.new_id(), "name": "大屏", "acts": acts, "days": 30})

    def test_a_token_reads_where_its_owner_reads_and_writes_only_what_it_was_given(self):
        token = self.make(["read_ledger"])["text"]
        self.assertEqual(self.ask(token, "GET", "/programmes")[0], 200)
        self.assertEqual(self.ask(token, "POST", "/programmes", {}), (403, "role_does_not_allow_this"))
        writing = self.make(["read_ledger", "edit_ledger"])["text"]
        self.assertEqual(self.ask(writing, "POST", "/programmes", {})[0], 422)
        for path in ("/tokens", "/sessions", "/session", "/accounts", "/mail-box", "/webhooks", "/journal"):
            self.assertEqual(self.ask(writing, "GET", path), (401, "token_does_not_open_this"), path)

    def test_a_token_ends_with_its_revocation_and_with_its_account(self):
        first, second = self.make(["read_ledger"]), self.make(["read_ledger"])
        self.owner.ask("DELETE", f"/tokens/{first['id']}")
        self.assertEqual(self.ask(first["text"], "GET", "/programmes"), (401, "token_not_accepted"))
        self.assertEqual(self.ask(second["text"], "GET", "/programmes")[0], 200)
        row = next(one for one in self.admin.get("/accounts")["rows"] if one["name"] == "lihong")
        self.admin.put(f"/accounts/{row['id']}/disabled", {"version": row["version"], "disabled": True})
        self.assertEqual(self.ask(second["text"], "GET", "/programmes"), (401, "token_not_accepted"))

    def test_what_is_no_token_is_refused_even_beside_a_session(self):
        self.owner.token, kept = None, self.owner.cookie
        status, _, _ = self.owner.call("GET", "/api/v1/programmes", headers={"Authorization": "Bearer zg_x"})
        self.assertEqual(status, 401)
        self.assertIsNotNone(kept)


if __name__ == "__main__":
    unittest.main()
