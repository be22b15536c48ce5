package codec

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire/xmltext"
)

func TestDigits(t *testing.T) {
	numbers := []uint64{0, 1, 9, 10, 11, 99, 100, 101, 999, 1000, math.MaxInt64, math.MaxInt64 + 1, math.MaxUint64, math.MaxUint64 - 1}
	for p := uint64(1); p < math.MaxUint64/10; p *= 10 {
		numbers = append(numbers, p, p-1, p+1, p*7+3)
	}
	numbers = append(numbers, 1e19, 1e19-1, 1e19+1)
	for _, u := range numbers {
		var b [longInt]byte
		if got, want := string(b[:putDigits(&b, u)]), strconv.FormatUint(u, 10); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestLeavesWithAndWithoutPreparedTags(t *testing.T) {
	long := &Namespace{URI: "urn:long", Prefix: strings.Repeat("p", 20)}
	names := []Name{{Local: "a"}, {Space: &svc, Local: "short"}, {Space: long, Local: "exactlynin"}, {Space: long, Local: "exactlynine"}, {Space: long, Local: "longer_than_that"}, {Space: &svc, Local: strings.Repeat("n", 100)}}
	texts := []string{"", "x", "1234567", "12345678", "123456789", "<", "1234567<", "12345678<", "123456789\r0", "1234567890123456&", strings.Repeat("é", 20), "tab\tand\nline"}
	numbers := []int64{0, -1, 42, math.MinInt64, math.MaxInt64}
	e := NewEncoder()
	var first string
	for round := range 50 {
		e.Reset(make([]byte, 0, round*10))
		err := e.Document(Name{Local: "r"}, AppenderFunc(func(e *Encoder) {
			for i := range names {
				WriteStrings(e, &names[i], texts)
				WriteInts(e, &names[i], numbers)
				WriteBools(e, &names[i], []bool{true, false})
				e.Object(&names[i], new(RawElement))
				e.Object(&names[i], AppenderFunc(func(e *Encoder) { WriteUint(e, &names[i], uint8(7)) }))
			}
		}))
		got := string(e.Bytes())
		if round == 0 {
			first = got
		}
		if err != nil || got != first {
			t.Fatalf("round %d: %v\n%s\nwant\n%s", round, err, got, first)
		}
	}
	checkWellFormed(t, first)
	s := xmltext.NewBytesScanner([]byte(first), xmltext.Options{})
	var read []string
	text := ""
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		switch k {
		case xmltext.StartElement:
			text = ""
		case xmltext.CharData:
			text += string(s.Text())
		case xmltext.EndElement:
			read = append(read, string(s.Local())+"="+text)
			text = ""
		}
	}
	at := 0
	for i := range names {
		for _, want := range texts {
			if got := read[at]; got != names[i].Local+"="+want {
				t.Errorf("got %q, want %q", got, want)
			}
			at++
		}
		at += len(numbers) + 2 + 1 + 2
	}
}

func TestTagsFollowThePrefixes(t *testing.T) {
	one, two := &Namespace{URI: "urn:1", Prefix: "p"}, &Namespace{URI: "urn:2", Prefix: "p"}
	a, b := Name{Space: one, Local: "leaf"}, Name{Space: two, Local: "leaf"}
	write := func(e *Encoder, first, second *Name) string {
		e.Reset(nil)
		err := e.Document(Name{Local: "r"}, AppenderFunc(func(e *Encoder) {
			for range 100 {
				WriteInt(e, first, 1)
				WriteInt(e, second, 2)
			}
		}))
		if err != nil {
			t.Fatal(err)
		}
		return string(e.Bytes())
	}
	reused := NewEncoder()
	for range 5 {
		for _, pair := range [][2]*Name{{&a, &b}, {&b, &a}, {&a, &a}, {&b, &b}} {
			if got, want := write(reused, pair[0], pair[1]), write(NewEncoder(), pair[0], pair[1]); got != want {
				t.Fatalf("got\n%s\nwant\n%s", got, want)
			}
		}
	}
}
