package diff

import "github.com/wbxgen/wbxgen/internal/diff/change"

// The names of package change under which packages that are being edited
// elsewhere still know them.
type (
	Level      = change.Level
	GoLevel    = change.GoLevel
	Reason     = change.Reason
	Severity   = change.Severity
	Rule       = change.Rule
	Change     = change.Change
	Component  = change.Component
	Value      = change.Value
	Direction  = change.Direction
	Reach      = change.Reach
	Acceptance = change.Acceptance
	Result     = change.Result
	Version    = change.Version
	Verdict    = change.Verdict
	Summary    = change.Summary
	Filter     = change.Filter
	Chain      = change.Chain
	Composed   = change.Composed
	Event      = change.Event
	Row        = change.Row
	Dated      = change.Dated
	Witness    = change.Witness
	UsageMark  = change.UsageMark
	GoChange   = change.GoChange
	GoVerdict  = change.GoVerdict
	ID         = change.ID
	Example    = change.Example
)

// The constants of package change.
const (
	None             = change.None
	Info             = change.Info
	Risk             = change.Risk
	Break            = change.Break
	GoNone           = change.GoNone
	GoPatch          = change.GoPatch
	GoMinor          = change.GoMinor
	GoMajor          = change.GoMajor
	ServerBehaviour  = change.ServerBehaviour
	ExhaustiveSwitch = change.ExhaustiveSwitch
	DataLoss         = change.DataLoss
	ClientStorage    = change.ClientStorage
	Unproven         = change.Unproven
	Request          = change.Request
	Response         = change.Response
	AllOperations    = change.AllOperations
	Touched          = change.Touched
	Untouched        = change.Untouched
	Introduced       = change.Introduced
	Changed          = change.Changed
	Removed          = change.Removed
)

// The functions of package change.
var (
	Rules      = change.Rules
	RuleIDs    = change.RuleIDs
	RuleByID   = change.RuleByID
	ParseLevel = change.ParseLevel
)
