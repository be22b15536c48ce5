// Package generate makes the bindings of the schemas that a configuration or a
// command line names, and brings them to their folders.
//
// It owns which schema goes where, under which import path and with which
// names lock, and holds the configuration to what the schemas have: an entry
// that means nothing is an error at its place. It does not own what the code is
// (package binding), nor how files get to disk (package outdir).
//
//	run, err := generate.Make(cfg, generate.Options{Out: "internal/api", Schema: "api.zip", Profile: choose})
package generate
