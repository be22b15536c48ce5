package codec

// PointerTo returns a pointer to v, as new(v) does from Go 1.26 on.
func PointerTo[T any](v T) *T { return &v }

// The handshake of generated code with this package. Generated code subtracts its own form from these constants so that
// the result is negative, and does not compile, where the two do not fit together. The compiler's message has the name of
// the constant:
//
//	wire.ModuleTooOldUpgradeIt - 2 (untyped int constant -1) overflows uint
//
// says that the code needs a newer version of the module that has this package: upgrade it in go.mod.
const (
	// ModuleTooOldUpgradeIt is the newest form of generated code that this package knows.
	ModuleTooOldUpgradeIt = 1
	// CodeTooOldGenerateAgain is the oldest form of generated code that this package still knows.
	CodeTooOldGenerateAgain = 1
)
