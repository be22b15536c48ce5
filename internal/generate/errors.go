package generate

import "errors"

// Errors about [Options] that do not go together.
var (
	// ErrNoOut says that Schema is there and Out is not.
	ErrNoOut = errors.New("one schema by itself needs an output folder, that of the root package")
	// ErrOutOfSets says that Out is there and Schema is not, where the
	// configuration has several sets.
	ErrOutOfSets = errors.New("an output folder is for one schema where the configuration has a list of them, each with an out of its own")
)

// Remedies for what is reported.
const (
	// OneSchemaRemedy is to set [Options.Schema] and Out, for the schema that
	// it is about, if any.
	OneSchemaRemedy = "one schema"
	// DropCopyRemedy is [Options.DropCopy].
	DropCopyRemedy = "drop copy"
)
