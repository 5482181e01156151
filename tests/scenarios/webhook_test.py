"""Messages told by webhooks to a real server: signed so that it can check them, once, also after a failure and a
restart; and to no server that the installation does not list."""
import base64
import hmac
import http.server
import json
import threading
import time
import unittest
import urllib.parse

import plans
import program
from program import new_id
from story import Story

GENERIC_SECRET, DINGTALK_SECRET = "a-secret-of-both-sides", "SEC0123456789abcdef"
ORIGIN = "http://127.0.0.1"


class Receiver(http.server.ThreadingHTTPServer):
    """Keeps what it is sent, by path; answers what is queued for the path, else as a robot that is content."""

    daemon_threads = True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), Handler)
        self.taken, self.answers, self.slow = {}, {}, {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def end(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        path = urllib.parse.urlsplit(self.path)
        self.server.taken.setdefault(path.path, []).append(
            (dict(urllib.parse.parse_qsl(path.query)), self.headers, body))
        time.sleep(self.server.slow.get(path.path, 0))
        queued = self.server.answers.get(path.path)
        status, answer = queued.pop(0) if queued else (200, {"errcode": 0, "errmsg": "ok"})
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_):
        pass


class Webhooks(Story):
    def setUp(self):
        self.receiver = Receiver()
        self.addCleanup(self.receiver.end)
        self.late_port = program.free_port()
        super().setUp()

    def new_installation(self, engine=None):
        place = super().new_installation(engine)
        hosts = f"127.0.0.1:{self.receiver.port}, 127.0.0.1:{self.late_port}"
        place.settings = {**place.settings, "ZHENGGAI_WEBHOOK_HOSTS": hosts, "ZHENGGAI_PUBLIC_ORIGIN": ORIGIN,
                          "ZHENGGAI_MAIL_BUNDLE_MINUTES": "0"}
        return place

    def webhook(self, clerk, shape, path, **other):
        wanted = {"name": f"值班群{path}", "shape": shape, "secret": "", "rhythm": "at_once", "enabled": True,
                  "url": f"http://127.0.0.1:{self.receiver.port}{path}", "version": 0, **other}
        made = new_id()
        self.assertEqual(clerk.put(f"/webhooks/{made}", wanted)["version"], 1)
        return made

    def deliveries(self, clerk, webhook):
        return clerk.get(f"/webhooks/{webhook}/deliveries")["rows"]

    def taken(self, path):
        return self.receiver.taken.get(path, [])

    def try_out(self, clerk, webhook):
        """A trial, to its end."""
        trial = new_id()
        clerk.post(f"/webhooks/{webhook}/trial", {"id": trial})
        found = lambda: next(one for one in self.deliveries(clerk, webhook) if one["id"] == trial)
        self.wait_until(lambda: found()["state"] != "pending")
        return found()

    def assert_signed_by_us(self, headers, body):
        timestamp = headers["X-Zhenggai-Timestamp"]
        self.assertLess(abs(time.time() - int(timestamp)), 60)
        good = hmac.new(GENERIC_SECRET.encode(), timestamp.encode() + b"." + body, "sha256").hexdigest()
        self.assertEqual(headers["X-Zhenggai-Signature"], "sha256=" + good)

    def test_each_shape_is_told_once_and_can_check_who_speaks(self):
        clerk, problem = self.clerk_with_a_problem()
        self.receiver.slow["/slow"] = 8  # The first of all, and it holds nobody up.
        self.webhook(clerk, "wecom", "/slow?key=geheim")
        ours = self.webhook(clerk, "generic", "/ours", secret=GENERIC_SECRET)
        ding = self.webhook(clerk, "dingtalk", "/ding?access_token=7", secret=DINGTALK_SECRET)
        self.webhook(clerk, "wecom", "/wecom?key=geheim", rhythm="half_hour")
        self.send_back(clerk, problem)
        started = time.monotonic()
        self.wait_until(lambda: all(self.taken(path) for path in ("/slow", "/ours", "/ding", "/wecom")))
        self.assertLess(time.monotonic() - started, 12)
        self.wait_until(lambda: self.deliveries(clerk, ours)[0]["state"] == "sent")
        time.sleep(6)  # One more round: nothing is sent twice.

        (_, headers, body), = self.taken("/ours")
        self.assert_signed_by_us(headers, body)
        said = json.loads(body)
        self.assertEqual(said["id"], headers["X-Zhenggai-Delivery"])
        self.assertEqual(said["id"], self.deliveries(clerk, ours)[0]["id"])
        self.assertEqual((said["kind"], said["count"], said["url"]), ("messages", 1, ORIGIN + "/messages"))
        self.assertEqual(said["title"], "【巡视巡察整改】您有 1 条消息")
        self.assertRegex(said["lines"][0], r"^措施 \d+ 被退回（青禾县教育系统巡察整改）$")

        (query, headers, body), = self.taken("/ding")
        text = query["timestamp"] + "\n" + DINGTALK_SECRET
        good = base64.b64encode(hmac.new(DINGTALK_SECRET.encode(), text.encode(), "sha256").digest()).decode()
        self.assertEqual((query["sign"], query["access_token"]), (good, "7"))
        self.assertLess(abs(time.time() * 1000 - int(query["timestamp"])), 60_000)
        self.assertNotIn("X-Zhenggai-Signature", headers)

        for path in ("/ding", "/wecom"):
            (_, _, body), = self.taken(path)
            said = json.loads(body)
            self.assertEqual(said["msgtype"], "text")
            self.assertIn("1. 措施", said["text"]["content"])
            self.assertIn(ORIGIN + "/messages", said["text"]["content"])
        for taken in self.receiver.taken.values():
            for _, _, body in taken:
                self.assertNotIn("没有会议记录", body.decode("unicode_escape", "ignore") + body.decode())
        self.assertEqual(self.deliveries(clerk, ding)[0]["state"], "sent")

    def test_what_a_server_refuses_is_shown_with_its_reason(self):
        self.people()
        ding = self.webhook(self.office, "dingtalk", "/ding", secret=DINGTALK_SECRET)
        self.receiver.answers["/ding"] = [(200, {"errcode": 310000, "errmsg": "sign not match"}), (403, {}),
                                          (200, "what?")]
        told = [self.try_out(self.office, ding) for _ in range(4)]
        self.assertEqual([one["state"] for one in told], ["failed", "failed", "failed", "sent"])
        self.assertEqual([one["error"] for one in told], [
            {"code": "webhook_answered_no", "args": {"value": "310000 sign not match"}},
            {"code": "webhook_answered_status", "args": {"value": "403"}},
            {"code": "webhook_answer_unreadable", "args": {}}, None])
        self.assertEqual([one["tries"] for one in told], [1] * 4)
        dead = self.webhook(self.office, "wecom", "/", url=f"http://127.0.0.1:{self.late_port}/?key=geheim")
        self.assertEqual(self.try_out(self.office, dead)["error"]["code"], "webhook_server_silent")
        self.assertNotIn("geheim", self.place.log())
        self.assertNotIn("geheim", json.dumps(self.office.get("/webhooks")))
        auditor = self.place.auditor()
        kept = auditor.get("/journal?act=save_webhook")["rows"]
        self.assertEqual(len(kept), 2)
        self.assertNotIn("geheim", json.dumps(kept))
        self.assertIn(f"127.0.0.1:{self.late_port}", json.dumps(kept))

    def test_a_delivery_outlives_failures_and_a_restart(self):
        clerk, problem = self.clerk_with_a_problem()
        self.receiver.answers["/ours"] = [(500, {})]
        ours = self.webhook(clerk, "generic", "/ours", secret=GENERIC_SECRET)
        dead = self.webhook(clerk, "wecom", "/", url=f"http://127.0.0.1:{self.late_port}/late?key=1")
        self.send_back(clerk, problem)
        self.wait_until(lambda: all(self.deliveries(clerk, one)[:1] and self.deliveries(clerk, one)[0]["error"]
                                    for one in (ours, dead)))
        self.assertEqual([self.deliveries(clerk, one)[0]["error"]["code"] for one in (ours, dead)],
                         ["webhook_answered_status", "webhook_server_silent"])
        self.assertEqual(len(self.taken("/ours")), 1)
        self.place.kill()
        late = Receiver(self.late_port)
        self.addCleanup(late.end)
        self.place.start()
        # The next try is due fifteen seconds after the first.
        self.wait_until(lambda: len(self.taken("/ours")) == 2 and late.taken.get("/late"), 150)
        (_, first_headers, first), (_, headers, second) = self.taken("/ours")
        self.assert_signed_by_us(headers, second)
        self.assertEqual(first, second)
        self.assertNotEqual(first_headers["X-Zhenggai-Timestamp"], headers["X-Zhenggai-Timestamp"])
        clerk = self.place.client().sign_in("su.clerk", program.PASSWORD)
        self.wait_until(lambda: all(self.deliveries(clerk, one)[0]["state"] == "sent" for one in (ours, dead)))
        self.assertEqual(self.deliveries(clerk, ours)[0]["tries"], 2)

    def test_an_import_is_one_line_for_each_unit(self):
        self.people()
        programme = self.imported(problems=6, measures=4)
        unit = self.rows(programme)["rows"][0]["responsibility"]["responsible_units"][0]["name"]
        clerk = self.unit_account("su.clerk", unit, "苏小满")
        self.webhook(clerk, "generic", "/ours", secret=GENERIC_SECRET)
        second = self.programme("青禾县教育系统专项巡察整改")
        self.confirm(self.upload(second, plans.plan_docx(problems=6, measures=4)))
        self.wait_until(lambda: self.taken("/ours"))
        time.sleep(6)
        (_, _, body), = self.taken("/ours")
        said = json.loads(body)
        self.assertEqual((said["count"], len(said["lines"])), (1, 1))
        self.assertRegex(said["lines"][0], r"^导入整改方案，本单位承办其中 \d+ 条措施（青禾县教育系统专项巡察整改）$")

    def test_nothing_leaves_for_hosts_that_are_not_listed(self):
        self.people()
        self.assertEqual(len(self.office.get("/webhooks")["hosts"]), 2)
        wanted = {"name": "群", "shape": "wecom", "rhythm": "day", "enabled": True, "version": 0}
        for url in ("http://127.0.0.1/", "http://localhost:8080/", f"http://127.0.0.2:{self.receiver.port}/",
                    f"http://[::1]:{self.receiver.port}/"):
            body = self.assert_refused(422, "webhook_host_not_listed", lambda: self.office.put(
                f"/webhooks/{new_id()}", {**wanted, "url": url}))
            self.assertEqual(body["field"], "url")
            self.assertIn(f"127.0.0.1:{self.receiver.port}", body["args"]["accepted"])
        for url in (f"ftp://127.0.0.1:{self.receiver.port}/", f"http://u:p@127.0.0.1:{self.receiver.port}/",
                    "file:///etc/passwd"):
            self.assert_refused(422, "webhook_url_not_acceptable", lambda: self.office.put(
                f"/webhooks/{new_id()}", {**wanted, "url": url}))
        hook = self.webhook(self.office, "wecom", "/wecom")
        self.receiver.answers["/wecom"] = [(302, {})]
        self.assertEqual(self.try_out(self.office, hook)["error"]["args"], {"value": "302"})
        # The operator thinks better of it.
        self.assertEqual(self.place.stop(), 0)
        self.place.settings["ZHENGGAI_WEBHOOK_HOSTS"] = "elsewhere.example.cn"
        self.place.start()
        office = self.place.client().sign_in("lin.office", program.PASSWORD)
        self.assertEqual(self.try_out(office, hook)["error"]["code"], "webhook_host_no_longer_listed")
        self.assertEqual(len(self.taken("/wecom")), 1)
        self.assertEqual(self.place.stop(), 0)
        self.place.settings["ZHENGGAI_WEBHOOK_HOSTS"] = ""
        self.place.start()
        office = self.place.client().sign_in("lin.office", program.PASSWORD)
        self.assertEqual(office.get("/webhooks")["hosts"], [])
        self.assert_refused(403, "webhooks_are_not_offered", lambda: office.put(
            f"/webhooks/{new_id()}", {**wanted, "url": "https://elsewhere.example.cn/"}))
        office.ask("DELETE", f"/webhooks/{hook}")
        self.assertEqual(office.get("/webhooks")["rows"], [])
        self.assert_keys_can_be_changed()

    def assert_keys_can_be_changed(self):
        self.assertEqual(self.place.stop(), 0)
        code, said, err = self.place.command("rotate-secrets-key")
        self.assertEqual(code, 0, said + err)


class WebhooksOnPostgres(Webhooks):
    engine = "postgres"
    test_a_delivery_outlives_failures_and_a_restart = None


if __name__ == "__main__":
    unittest.main()
