package report

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// excerpt is the lines of a document around a place.
type excerpt struct {
	Side, Place string
	Address     string // of the line, "" for none
	Lines       []excerptLine
}

type excerptLine struct {
	Number string // as wide as the others
	Indent string
	Text   string
	Here   bool
	end    int // for proofs, where the line ends in the document, in bytes
}

// lines reads documents for excerpts, each once.
type lines struct {
	read func(file string) ([]byte, error)
	seen map[string][]string
}

func newLines(read func(file string) ([]byte, error)) lines {
	return lines{read, map[string][]string{}}
}

// beside is how many lines an excerpt has before and after its place, and
// maxLine how many characters of a line it shows.
const (
	beside  = 3
	maxLine = 300
)

// around returns the lines around a place, none where the document cannot be
// read.
func (l lines) around(pos diag.Pos) []excerptLine {
	all := l.of(pos.File)
	if pos.Line < 1 || pos.Line > len(all) {
		return nil
	}
	first, last := max(pos.Line-beside, 1), min(pos.Line+beside, len(all))
	width := len(strconv.Itoa(last))
	var out []excerptLine
	for n := first; n <= last; n++ {
		number := strconv.Itoa(n)
		text := strings.TrimRight(strings.ReplaceAll(all[n-1], "\t", "    "), " ")
		out = append(out, excerptLine{Number: strings.Repeat(" ", width-len(number)) + number, Text: text, Here: n == pos.Line})
	}
	unindent(out)
	return out
}

// of returns the lines of a document.
func (l lines) of(file string) []string {
	all, ok := l.seen[file]
	if !ok && l.read != nil {
		if data, err := l.read(file); err == nil {
			all = strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
		}
		l.seen[file] = all
	}
	return all
}

// unindent takes the white space away that all lines begin with, and cleans
// and cuts them.
func unindent(list []excerptLine) {
	common := -1
	for _, line := range list {
		if depth := len(line.Text) - len(strings.TrimLeft(line.Text, " ")); line.Text != "" && (common < 0 || depth < common) {
			common = depth
		}
	}
	for i, line := range list {
		if line.Text == "" {
			continue
		}
		rest := strings.TrimLeft(line.Text, " ")
		text := []rune(clean(rest))
		if len(text) > maxLine {
			text = append(text[:maxLine], '…')
		}
		list[i].Indent, list[i].Text = line.Text[common:len(line.Text)-len(rest)], string(text)
	}
}

// proof is a witness laid out for reading: white space is put between tags
// only, where no content model sees it.
type proof struct {
	witness
	Lines     []excerptLine
	SentLines []excerptLine // of the form that clients send
}

// at is the place that an error on a witness begins with; witnesses have one
// line.
var at = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^1:([0-9]+): `) })

// Block reports whether the document is to be laid out where it could stand in a
// line.
func (w witness) Block() bool { return w.short }

// Proof returns the witness laid out.
func (w witness) Proof() proof {
	p := proofOf(w)
	if w.short {
		p.Lines = elided(p.Lines)
	}
	return p
}

// proofOf marks the line that the error is about, and then leaves the place
// out of it, which no longer fits.
func proofOf(w witness) proof {
	p := proof{witness: w, Lines: layOut(w.XML)}
	if w.Sent != "" {
		p.SentLines = layOut(w.Sent)
	}
	m := at().FindStringSubmatch(w.Error)
	if m == nil {
		return p
	}
	col, _ := strconv.Atoi(m[1])
	for i, line := range p.Lines {
		if col <= line.end {
			p.Lines[i].Here, p.Error = true, w.Error[len(m[0]):]
			break
		}
	}
	return p
}

// layOut puts each element on a line of its own, unless it has text, and each
// declaration of a prefix too. What is no XML stays as it is.
func layOut(document string) []excerptLine {
	l := layout{document: document}
	d := xml.NewDecoder(strings.NewReader(document))
	for {
		token, err := d.RawToken()
		if err != nil {
			break
		}
		l.token(token, int(d.InputOffset()))
	}
	if l.from < len(document) {
		return []excerptLine{{Text: document, end: len(document)}}
	}
	return l.lines
}

type layout struct {
	document string
	from     int // what is laid out already
	depth    int
	leaf     bool // no child was seen in the innermost element
	lines    []excerptLine
}

func (l *layout) token(token xml.Token, end int) {
	switch token.(type) {
	case xml.StartElement:
		l.line(l.depth)
		for cut := l.declaration(end); cut > 0; cut = l.declaration(end) {
			l.write(cut)
			l.from++ // the space, for which the line break stands
			l.line(l.depth + 2)
		}
		l.depth, l.leaf = l.depth+1, true
	case xml.EndElement:
		l.depth--
		if !l.leaf {
			l.line(l.depth)
		}
		l.leaf = false
	}
	l.write(end)
}

// declaration returns where the attribute before the next declaration of a
// prefix ends, 0 where no other is left of the tag.
func (l *layout) declaration(end int) int {
	if i := strings.Index(l.document[l.from:end], `" xmlns`); i >= 0 {
		return l.from + i + 1
	}
	return 0
}

func (l *layout) line(depth int) {
	l.lines = append(l.lines, excerptLine{Indent: strings.Repeat("  ", max(depth, 0))})
}

func (l *layout) write(end int) {
	if len(l.lines) == 0 {
		l.line(0)
	}
	last := &l.lines[len(l.lines)-1]
	last.Text, last.end = last.Text+l.document[l.from:end], end
	l.from = end
}
