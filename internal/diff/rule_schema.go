package diff

var schemaRules = []Rule{
	{ID: "deprecation-added", Mirror: "deprecation-removed", Severity: sev("III", GoPatch),
		What: "the documentation says that a component should no longer be used",
		Why:  "it still works; taking it away later is a break all the same"},
	{ID: "deprecation-removed", Mirror: "deprecation-added", Severity: sev("III", GoPatch),
		What: "the documentation no longer advises against a component",
		Why:  "nothing else has changed"},
	{ID: "documentation-changed", Mirror: "documentation-changed", Severity: sev("NNN", GoPatch),
		What: "the documentation of a component differs",
		Why:  "it is looked at only when asked for, and never fails a gate"},
	{ID: "layout-only", Mirror: "layout-only", Severity: sev("NNN", GoNone),
		What: "the documents differ and the components do not",
		Why:  "both versions have the same canonical digest"},
	{ID: "schema-invalid", Severity: sev("NNN", GoNone),
		Waiver: "it reports on one version by itself, so that there is no way back",
		What:   "one of the versions does not compile",
		Why:    "without components there is nothing to compare; the command ends with exit code 2"},
	{ID: "release-note-mismatch", Severity: sev("III", GoNone),
		Waiver: "it compares a release note with a difference, not two versions",
		What:   "a release note and the computed difference do not agree",
		Why:    "one of the two is wrong"},
}
