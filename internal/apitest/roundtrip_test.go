package apitest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/service"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// decode reads a sample into the generated types of its release. What is loose
// on purpose is read leniently, everything else exactly.
func decode(t *testing.T, s sample) codec.Object {
	t.Helper()
	m := s.release.message()
	if err := codec.Unmarshal(s.data, s.release.root, m, s.reading()...); err != nil {
		t.Fatal(err)
	}
	return m
}

// reading are the options that a sample is read with.
func (s sample) reading() []wire.Option {
	opts := []wire.Option{wire.Types(s.release.registry()), wire.Unknown(wire.KeepUnknown)}
	switch {
	case s.loose:
		opts = append(opts, wire.Lenient())
	case s.request:
		opts = append(opts, wire.Unqualified())
	}
	return opts
}

// undeclared are samples that are not namespace-well-formed: the outline of
// the original cannot be read by a reader that asks for that.
func undeclared(s sample) bool { return strings.Contains(s.name, "undeclared") }

func TestNothingIsLost(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			if undeclared(s) {
				t.Skip("not namespace-well-formed; TestUndeclaredPrefixesAreRead looks at it")
			}
			m := decode(t, s)
			again, err := codec.Marshal(s.release.root, m)
			if err != nil {
				t.Fatal(err)
			}
			o := outline{spaces: !s.request && !s.loose, sorted: s.loose, loose: s.loose}
			want, got := o.of(t, s.name, s.data), o.of(t, s.name, again)
			if s.request || s.loose {
				want, got = withoutTypes(want), withoutTypes(got)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("lost or changed (-document +re-encoded):\n%s", d)
			}
		})
	}
}

// withoutTypes takes xsi:type out of an outline, whose spelling differs
// between the forms; TestRequestsTakeTheWireForm holds it.
func withoutTypes(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if before, rest, found := strings.Cut(line, ` type="`); found {
			_, after, _ := strings.Cut(rest, `"`)
			lines[i] = before + after
		}
	}
	return strings.Join(lines, "\n")
}

func TestRequestsTakeTheWireForm(t *testing.T) {
	for _, s := range samples(t) {
		if !s.request || s.loose {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			again, err := codec.Marshal(s.release.root, decode(t, s), s.release.wireForm()...)
			if err != nil {
				t.Fatal(err)
			}
			o := outline{spaces: true}
			if d := cmp.Diff(o.of(t, s.name, s.data), o.of(t, s.name, again)); d != "" {
				t.Errorf("not the documented form (-document +re-encoded):\n%s", d)
			}
		})
	}
}

func TestWhatIsWrittenIsValid(t *testing.T) {
	for _, s := range samples(t) {
		if s.loose {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			schema := xerces(t, s.release)
			again, err := codec.Marshal(s.release.root, decode(t, s))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(again); err != nil {
				t.Errorf("%v\n%s", err, again)
			}
		})
	}
}

// TestLooseRequestsBecomeValid shows what lenient reading is for: written
// again, a loose request is in order.
func TestLooseRequestsBecomeValid(t *testing.T) {
	for _, s := range samples(t) {
		if !s.request || !s.loose {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			schema := xerces(t, s.release)
			again, err := codec.Marshal(s.release.root, decode(t, s))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(again); err != nil {
				t.Errorf("%v\n%s", err, again)
			}
		})
	}
}

func TestUndeclaredPrefixesAreRead(t *testing.T) {
	for _, s := range samples(t) {
		if !undeclared(s) {
			continue
		}
		again, err := codec.Marshal(s.release.root, decode(t, s), s.release.wireForm()...)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{"<bodyContent ", "SetUser", "<webExId>"} {
			if !strings.Contains(string(again), text) {
				t.Errorf("%s: %s is lost:\n%s", s.name, text, again)
			}
		}
	}
}

func TestAnUnlistedValueSurvives(t *testing.T) {
	r := releaseFor(t, "40.6.0")
	in := `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:meet="http://www.webex.com/schemas/2002/06/service/meeting"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><serv:header/><serv:body><serv:bodyContent xsi:type="meet:createMeeting">` +
		`<meet:schedule><meet:timeZone>GMT+13:00, Tonga (Nuku'alofa)</meet:timeZone></meet:schedule></serv:bodyContent></serv:body></serv:message>`
	m := r.message()
	if err := codec.Unmarshal([]byte(in), r.root, m, wire.Types(r.registry())); err != nil {
		t.Fatal(err)
	}
	body := m.(*service.Message).Body.BodyContent[0].(*meeting.CreateMeetingRequest)
	if zone := *body.Schedule.TimeZone; zone != "GMT+13:00, Tonga (Nuku'alofa)" || zone.Known() {
		t.Errorf("time zone %q", zone)
	}
	again, err := codec.Marshal(r.root, m)
	if err != nil || !strings.Contains(string(again), "GMT+13:00, Tonga (Nuku'alofa)") {
		t.Errorf("%v\n%s", err, again)
	}
}
