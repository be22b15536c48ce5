// What a program does with the service, with nothing but Node: log in, create, get, list page by page, set, delete, a
// failure, a batch, a session that expires. The argument is the URL of "wbxgen mock --state --session-life 2s".
import assert from "node:assert/strict";

const url = process.argv[2];
const who = "<webExID>host.one</webExID><password>pass-word</password>";

async function send(head, ...bodies) {
  const contents = bodies.map(([op, content]) => `<bodyContent xsi:type="java:com.webex.service.binding.${op}">${content}</bodyContent>`);
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      XML: `<?xml version="1.0"?><serv:message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><header><securityContext><siteName>acme</siteName>${head}</securityContext></header><body>${contents.join("")}</body></serv:message>`,
    }),
  });
  assert.equal(response.status, 200);
  return response.text();
}

const text = (answer, name) => answer.match(new RegExp(`<[a-z0-9]+:${name}>([^<]*)<`))?.[1];
const all = (answer, name) => [...answer.matchAll(new RegExp(`<[a-z0-9]+:${name}>([^<]*)<`, "g"))].map((m) => m[1]);
const login = async () => `<webExID>host.one</webExID><sessionTicket>${text(await send(who, ["user.AuthenticateUser", ""]), "sessionTicket")}</sessionTicket>`;
const get = (head, key) => send(head, ["meeting.GetMeeting", `<meetingKey>${key}</meetingKey>`]);

const session = await login();
const keys = [];
for (const name of ["Review 1", "Review 2", "Review 3"]) {
  const made = await send(session, ["meeting.CreateMeeting", `<metaData><confName>${name}</confName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate></schedule>`]);
  keys.push(text(made, "meetingkey"));
}
assert.equal(new Set(keys).size, 3);
assert.equal(text(await get(who, keys[1]), "confName"), "Review 2");

const listed = [];
for (let start = 1; ; start += 2) {
  const page = await send(who, ["meeting.LstsummaryMeeting", `<listControl><startFrom>${start}</startFrom><maximumNum>2</maximumNum></listControl>`]);
  if (text(page, "exceptionID") === "000015") break;
  listed.push(...all(page, "meetingKey"));
}
assert.deepEqual(listed, keys);

await send(who, ["meeting.SetMeeting", `<metaData><confName>Retro</confName></metaData><meetingkey>${keys[1]}</meetingkey>`]);
assert.equal(text(await get(who, keys[1]), "confName"), "Retro");
assert.equal(text(await send(who, ["meeting.DelMeeting", `<meetingKey>${keys[1]}</meetingKey>`]), "result"), "SUCCESS");
assert.equal(text(await get(who, keys[1]), "exceptionID"), "060001");

const batch = await send(who, ...keys.map((key) => ["meeting.GetMeeting", `<meetingKey>${key}</meetingKey>`]));
assert.deepEqual(all(batch, "result"), ["SUCCESS", "FAILURE", "SUCCESS"]);

for (let tries = 0; text(await get(session, keys[0]), "exceptionID") !== "030047"; tries++) {
  assert.ok(tries < 200, "the session does not expire");
  await new Promise((done) => setTimeout(done, 100));
}
assert.equal(text(await get(await login(), keys[0]), "confName"), "Review 1");
console.log("done");
