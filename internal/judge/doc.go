// Package judge asks validators that are not ours, for tests: Xerces, as it
// comes with a Java development kit, and xmllint. A test that needs one is
// skipped where the program is not installed.
//
// It holds no opinion of its own on schemas or documents, and nothing outside
// tests may import it.
//
// One Java process serves all tests of a test binary, and compiled schemas stay
// in it, so that a validation costs about a millisecond:
//
//	set := filepath.Join(judge.Root(t), "schemas", "40.6.0")
//	schema, err := judge.Xerces(t).CompileSet(set)
//	if err != nil {
//		t.Fatal(err)
//	}
//	if err := schema.Validate(document); err != nil {
//		t.Error(err)
//	}
package judge
