"""What a program does with the service, with nothing but Python's standard
library: log in, create, get, list page by page, set, delete, a failure, a
batch, a session that expires. The argument is the URL of
"wbxgen mock --state --session-life 2s"."""

import sys
import time
import urllib.request
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

BASE = "http://www.webex.com/schemas/2002/06/"
SERV, MEET, USE = (f"{{{BASE}service{s}}}" for s in ("", "/meeting", "/user"))
WHO = {"webExID": "host.one", "password": "pass-word"}


def leaves(value):
    if isinstance(value, dict):
        return "".join(f"<{k}>{leaves(v)}</{k}>" for k, v in value.items())
    return escape(str(value))


def send(who, *bodies):
    """Returns a (exception id, element) for each body."""
    text = '<?xml version="1.0" encoding="UTF-8"?>\n<serv:message xmlns:serv="%sservice" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' % BASE
    text += "<header><securityContext>%s</securityContext></header><body>" % leaves({"siteName": "acme", **who})
    for operation, content in bodies:
        text += '<bodyContent xsi:type="java:com.webex.service.binding.%s">%s</bodyContent>' % (operation, leaves(content))
    text += "</body></serv:message>"
    request = urllib.request.Request(sys.argv[1], text.encode(), {"Content-Type": "text/xml"})
    root = ET.fromstring(urllib.request.urlopen(request, timeout=20).read())
    responses = root.findall(f"{SERV}header/{SERV}response")
    contents = root.findall(f"{SERV}body/{SERV}bodyContent")
    assert len(responses) == len(contents), ET.tostring(root)
    return [(r.findtext(f"{SERV}exceptionID"), c) for r, c in zip(responses, contents)]


def one(who, operation, content):
    [(failure, body)] = send(who, (operation, content))
    return failure, body


def login():
    failure, body = one(WHO, "user.AuthenticateUser", {})
    assert failure is None and int(body.findtext(f"{USE}timeToLive")) > 0
    return {"webExID": "host.one", "sessionTicket": body.findtext(f"{USE}sessionTicket")}


def create(who, name):
    failure, body = one(who, "meeting.CreateMeeting", {
        "metaData": {"confName": name}, "schedule": {"startDate": "06/30/2031 10:00:00", "duration": 45}})
    assert failure is None
    return int(body.findtext(f"{MEET}meetingkey"))


def name(body):
    return body.findtext(f"{MEET}metaData/{MEET}confName")


session = login()
keys = [create(session, "Réview <1>")] + [create(WHO, f"Review {n}") for n in (2, 3, 4, 5)]
failure, body = one(WHO, "meeting.GetMeeting", {"meetingKey": keys[0]})
assert failure is None and name(body) == "Réview <1>", name(body)

listed, start = [], 1
while True:
    failure, body = one(WHO, "meeting.LstsummaryMeeting", {"listControl": {"startFrom": start, "maximumNum": 2}})
    if failure == "000015":
        break
    assert failure is None
    records = body.find(f"{MEET}matchingRecords")
    assert int(records.findtext(f"{SERV}total")) == 5 and int(records.findtext(f"{SERV}startFrom")) == start
    listed += [int(m.findtext(f"{MEET}meetingKey")) for m in body.findall(f"{MEET}meeting")]
    start += int(records.findtext(f"{SERV}returned"))
assert listed == keys, listed

assert one(WHO, "meeting.SetMeeting", {"metaData": {"confName": "Retro"}, "meetingkey": keys[1]})[0] is None
assert name(one(WHO, "meeting.GetMeeting", {"meetingKey": keys[1]})[1]) == "Retro"
assert one(WHO, "meeting.DelMeeting", {"meetingKey": keys[1]})[0] is None
assert one(WHO, "meeting.GetMeeting", {"meetingKey": keys[1]})[0] == "060001"

batch = send(WHO, *(("meeting.GetMeeting", {"meetingKey": k}) for k in keys[:3]))
assert [f for f, _ in batch] == [None, "060001", None] and name(batch[2][1]) == "Review 3"

deadline = time.monotonic() + 20
while one(session, "meeting.GetMeeting", {"meetingKey": keys[0]})[0] != "030047":
    assert time.monotonic() < deadline, "the session does not expire"
    time.sleep(0.1)
assert one(login(), "meeting.GetMeeting", {"meetingKey": keys[0]})[0] is None
print("done")
