// Package bench measures package wire against encoding/xml over the same structs and the same documents, in one run, and
// against the SAX parser of libxml2 where its headers and a C compiler are present. It has tests and benchmarks alone:
//
//	go test -bench . ./wire/bench
//
// TestRatios prints the ratios of medians of interleaved runs; it runs where WIRE_RATIOS is set.
package bench
