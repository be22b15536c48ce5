// Package doctest is test support: it runs the code blocks of a markdown page as
// a reader would, from top to bottom, in a folder of its own.
//
//	console       commands after "$ ", each with the output that it must have; a
//	              line "…" stands for any lines, "$ echo $?" for the exit code
//	go, xml, yaml, json or text with a name
//	              a file, written into the folder
//	go            compiled: a file where it starts with "package", else
//	              declarations or statements
//	xml, yaml, json
//	              read; the commands of a CI file in yaml or groovy are run
//	text          nothing: a picture; with commands, a "run" follows that tries them
//
// Two comments help a block without being seen: "<!-- run", with commands on the
// lines up to "-->", and "<!-- given ctx context.Context -->", which names the
// variables that the statements of the next go block take as given.
//
// WBXGEN_GOLDEN=1 writes the output of commands into the page, but where a "…"
// leaves some out.
//
// Blocks of any other kind are errors, so that no page shows what nothing holds
// to account.
package doctest
