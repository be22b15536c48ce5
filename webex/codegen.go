package webex

// The handshake of generated code with this package, as that of package wire: where the two do not fit together,
// generated code does not compile, and the compiler names one of these.
const (
	// ModuleTooOldUpgradeIt is the newest form of generated code that this package knows. Where it is named, upgrade the
	// module that has this package.
	ModuleTooOldUpgradeIt = 1
	// CodeTooOldGenerateAgain is the oldest form of generated code that this package still knows. Where it is named,
	// generate the code again.
	CodeTooOldGenerateAgain = 1
)
