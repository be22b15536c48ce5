package goname

import (
	"slices"
	"strings"
	"unicode"
)

// File returns the words of an identifier in lower case with "_" between them,
// as a file name without ending. Where the last word would make the go tool
// treat the file in a special way (a test, one operating system), or is that of
// our own files with codecs, it is joined to the word before it.
func File(id string) string {
	words := split(id)
	if n := len(words); n > 1 && slices.Contains(specialEndings, words[n-1]) {
		words[n-2] += words[n-1]
		words = words[:n-1]
	}
	return strings.Join(words, "_")
}

// specialEndings are the last words of file names that the go command reads:
// _test, and the operating systems and processors it knows. _xml is ours.
var specialEndings = strings.Fields(`test xml aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9
	solaris wasip1 windows zos 386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32
	mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm unix`)

// split cuts an identifier before each capital that starts a word.
func split(id string) []string {
	var words []string
	runes := []rune(id)
	start := 0
	for i := 1; i < len(runes); i++ {
		lowerBefore := !unicode.IsUpper(runes[i-1])
		lowerAfter := i+1 < len(runes) && unicode.IsLower(runes[i+1])
		if unicode.IsUpper(runes[i]) && (lowerBefore || lowerAfter) {
			words = append(words, strings.ToLower(string(runes[start:i])))
			start = i
		}
	}
	return append(words, strings.ToLower(string(runes[start:])))
}
