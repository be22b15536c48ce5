// Package webex is the profile of the Cisco Webex Meetings XML API: the one
// place of the program that knows it. How requests go over the wire is in
// shared words in package profile; the client is the public package webex.
//
//	for _, op := range webex.Profile.Operations(schema) {
//		fmt.Println(op.WireType) // java:com.webex.service.binding.meeting.CreateMeeting
//	}
package webex
