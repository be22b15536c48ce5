package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// The kinds of remedies for a document that is not there.
const (
	// WiderRemedy is to open more: the folder that the remedy is about, with the
	// document for a root.
	WiderRemedy = "compile-wider"
	// DocumentRemedy is to have the program write a document of the namespace that
	// the remedy is about; see [PublishedDocument].
	DocumentRemedy = "compile-document"
)

// lost says why a document is not there, and what helps.
type lost struct {
	why    string
	remedy diag.Remedy
}

// outside says that a reference leads out of what was opened, and what to open
// for it.
func (ld *loader) outside(d *document, reference string) lost {
	l := lost{why: fmt.Sprintf("%q is not inside %s, and nothing else is read", reference, ld.set.Origin)}
	top, inside := ld.set.Wider(d.file, reference)
	if top == "" {
		return l
	}
	l.why += fmt.Sprintf("; open %s//%s to have both", top, inside)
	if strings.HasSuffix(inside, ".xsd") {
		l.remedy = diag.Remedy{Kind: WiderRemedy, About: top}
	}
	return l
}

// absent says that there is no such document, and which one may be meant.
func (ld *loader) absent(d *document, name string) lost {
	others := slices.DeleteFunc(ld.set.Names(), func(n string) bool { return n == d.file })
	return lost{why: fmt.Sprintf("there is no document %s%s", ld.set.Path(name), diag.DidYouMean(name, others))}
}

// published is a hint at where the document of a namespace is to be had.
func published(namespace string) lost {
	if written[namespace] != nil {
		return lost{
			"; put a document of it beside the schema, and its place into schemaLocation",
			diag.Remedy{Kind: DocumentRemedy, About: namespace},
		}
	}
	if url := publishedAt[namespace]; url != "" {
		return lost{why: "; it is published at " + url + ": put a copy beside the schema, and its place into schemaLocation"}
	}
	return lost{}
}
