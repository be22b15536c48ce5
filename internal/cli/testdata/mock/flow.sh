#!/bin/sh
# What a program does with the service, with nothing but curl: log in, create,
# get, list page by page, set, delete, a failure, a batch, a session that
# expires. The argument is the URL of "wbxgen mock --state --session-life 2s".
set -eu
url=$1

# send HEADER OPERATION CONTENT [OPERATION CONTENT]...
send() {
	head=$1
	shift
	bodies=
	while [ $# -gt 0 ]; do
		bodies="$bodies<bodyContent xsi:type=\"java:com.webex.service.binding.$1\">$2</bodyContent>"
		shift 2
	done
	curl -sS --fail --max-time 20 -H 'Content-Type: text/xml' --data-binary "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<serv:message xmlns:serv=\"http://www.webex.com/schemas/2002/06/service\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">
<header><securityContext><siteName>acme</siteName>$head</securityContext></header><body>$bodies</body></serv:message>" "$url"
}

# has TEXT ANSWER
has() {
	case $2 in
	*"$1"*) ;;
	*)
		echo "no $1 in $2" >&2
		exit 1
		;;
	esac
}

who='<webExID>host.one</webExID><password>pass-word</password>'
answer=$(send "$who" user.AuthenticateUser '')
has SUCCESS "$answer"
ticket=$(printf %s "$answer" | sed 's/.*<use:sessionTicket>\([^<]*\)<.*/\1/' | tail -1)
session="<webExID>host.one</webExID><sessionTicket>$ticket</sessionTicket>"

new_meeting() {
	send "$1" meeting.CreateMeeting "<metaData><confName>$2</confName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate><duration>45</duration></schedule>" |
		sed -n 's/.*<meet:meetingkey>\([0-9]*\)<.*/\1/p'
}
first=$(new_meeting "$session" 'Review 1')
second=$(new_meeting "$who" 'Review 2')
third=$(new_meeting "$who" 'Review 3')
[ -n "$first" ] && [ -n "$second" ] && [ -n "$third" ] || { echo "no keys" >&2; exit 1; }

has '<meet:confName>Review 2<' "$(send "$who" meeting.GetMeeting "<meetingKey>$second</meetingKey>")"

page=$(send "$who" meeting.LstsummaryMeeting '<listControl><startFrom>1</startFrom><maximumNum>2</maximumNum></listControl>')
has 'Review 1<' "$page"
has '<serv:total>3<' "$page"
page=$(send "$who" meeting.LstsummaryMeeting '<listControl><startFrom>3</startFrom><maximumNum>2</maximumNum></listControl>')
has 'Review 3<' "$page"
has '<serv:returned>1<' "$page"
has '<serv:exceptionID>000015<' "$(send "$who" meeting.LstsummaryMeeting '<listControl><startFrom>4</startFrom></listControl>')"

has SUCCESS "$(send "$who" meeting.SetMeeting "<metaData><confName>Retro</confName></metaData><meetingkey>$second</meetingkey>")"
has '<meet:confName>Retro<' "$(send "$who" meeting.GetMeeting "<meetingKey>$second</meetingKey>")"

has SUCCESS "$(send "$who" meeting.DelMeeting "<meetingKey>$second</meetingKey>")"
has '<serv:exceptionID>060001<' "$(send "$who" meeting.GetMeeting "<meetingKey>$second</meetingKey>")"

batch=$(send "$who" meeting.GetMeeting "<meetingKey>$first</meetingKey>" meeting.GetMeeting "<meetingKey>$second</meetingKey>" meeting.GetMeeting "<meetingKey>$third</meetingKey>")
has 'Review 1<' "$batch"
has 'Review 3<' "$batch"
has '<serv:exceptionID>060001<' "$batch"

tries=0
until answer=$(send "$session" meeting.GetMeeting "<meetingKey>$first</meetingKey>") && case $answer in *030047*) true ;; *) false ;; esac; do
	tries=$((tries + 1))
	[ $tries -lt 200 ] || { echo "the session does not expire" >&2; exit 1; }
	sleep 0.1
done
answer=$(send "$who" user.AuthenticateUser '')
ticket=$(printf %s "$answer" | sed 's/.*<use:sessionTicket>\([^<]*\)<.*/\1/' | tail -1)
has 'Review 1<' "$(send "<webExID>host.one</webExID><sessionTicket>$ticket</sessionTicket>" meeting.GetMeeting "<meetingKey>$first</meetingKey>")"
echo done
