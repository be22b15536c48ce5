// Package goname makes Go identifiers out of XML names and values.
//
// It owns the spelling of names and the settling of collisions, which follow
// from the names alone, never from the order in which they are met. It does
// not own which things get a name (package binding).
//
//	goname.Exported("meetingUUID") // MeetingUUID
//	goname.Constant("GMT-01:00, Azores (Azores)") // GmtMinus0100AzoresAzores
package goname
