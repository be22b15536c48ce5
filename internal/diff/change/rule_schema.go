package change

var schemaRules = []Rule{
	define(DeprecationAdded, DeprecationRemoved, Severity{Info, Info, Info, GoPatch}, byTable, noReason,
		"the documentation says that a component should no longer be used",
		"it still works; taking it away later is a break all the same",
		never),
	define(DeprecationRemoved, DeprecationAdded, Severity{Info, Info, Info, GoPatch}, byTable, noReason,
		"the documentation no longer advises against a component",
		"nothing else has changed",
		never),
	define(DocumentationChanged, DocumentationChanged, Severity{None, None, None, GoPatch}, byTable, noReason,
		"the documentation of a component differs",
		"it is looked at only when asked for, and never fails a gate",
		never),
}
