package change

// GoChange is a difference between the generated code of two versions that
// code written against it can see.
type GoChange struct {
	// Symbol is the declaration, such as meeting.GetMeeting.MeetingKey: the
	// package's folder, the type, the field.
	Symbol string
	// Old and New describe it, "" where it is missing: the Go type of a field,
	// a few words for what else there is.
	Old, New string
	// Tag is set where the struct tag alone is another one: that changes what
	// is written and read, and compiles as before.
	Tag  bool
	Step GoLevel
}

// GoVerdict is what a version means for code written against the generated
// packages.
type GoVerdict struct {
	Changes []GoChange // by symbol
	// Step is the least step of a semantic version that is due.
	Step GoLevel
}
