package profile_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/testdata/parcel"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// The tests of this file are the guard of the interface: an API that is unlike
// the first one in everything goes through all rooms. None of them knows it, so
// that none can know the first one where the conventions of an API count.

func parcelSchema(t *testing.T, version string) *xsd.Schema {
	t.Helper()
	set, err := source.Open(filepath.Join(judge.Root(t), "internal/profile/testdata/parcel", version), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestASchemaChoosesItsProfile(t *testing.T) {
	set := profile.Set{webex.Profile, parcel.Profile}
	s := parcelSchema(t, "v1")
	if p := set.For(s); p != parcel.Profile {
		t.Errorf("the profile that fits is %s", p.Name())
	}
	for _, name := range set.Names() {
		if _, ok := set.Find(name, s); !ok {
			t.Errorf("the profile %s is not found", name)
		}
	}
	if p, ok := set.Find("parcels", s); ok {
		t.Errorf("found %s", p.Name())
	}
}

func TestOperationsAreElementPairs(t *testing.T) {
	var got []string
	for _, op := range parcel.Profile.Operations(parcelSchema(t, "v1")) {
		got = append(got, fmt.Sprint(op.Name, " ", op.Request.Name().Local, " ", op.Response.Name().Local, " ", op.ReadOnly))
	}
	want := []string{
		"RecallParcel RecallParcelRequest RecallParcelReply false", "SendParcel SendParcelRequest SendParcelReply false",
		"TrackParcel TrackParcelRequest TrackParcelReply true", "TrackParcels TrackParcelsRequest TrackParcelsReply true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestTheSecondProfileIsGeneratedAndBuilt makes a module of generated code and
// the API's client, and runs a program on both.
func TestTheSecondProfileIsGeneratedAndBuilt(t *testing.T) {
	dir := t.TempDir()
	root := judge.Root(t)
	mod := "module example.com/parcels\n\ngo 1.26.0\n\nrequire github.com/wbxgen/wbxgen v0.0.0\n\nreplace github.com/wbxgen/wbxgen => " + root + "\n"
	client, err := os.ReadFile(filepath.Join(root, "internal/profile/testdata/parcel/rpc/rpc.go"))
	if err != nil {
		t.Fatal(err)
	}
	main, err := os.ReadFile(filepath.Join(root, "internal/profile/testdata/parcel/main.go.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"go.mod": []byte(mod), "rpc/rpc.go": client, "main.go": main} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	plan, notes := binding.New(parcelSchema(t, "v1"), binding.Options{
		ImportPath: "example.com/parcels/api", RootName: parcel.Profile.Client().Root, Profile: parcel.Profile,
		Runtime: "github.com/wbxgen/wbxgen/wire",
	})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	files, err := gogen.Files(plan)
	if err != nil {
		t.Fatal(err)
	}
	out, err := outdir.Compare(filepath.Join(dir, "api"), files, outdir.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := outdir.Apply(out); err != nil {
		t.Fatal(err)
	}
	types := string(slices.Concat(files["parcel/types.go"], files["parcel/op_send_parcel.go"], files["parcel/client.go"]))
	for _, want := range []string{"absent, it goes by ship", "[*rpc.Fault]"} {
		if !strings.Contains(types, want) {
			t.Errorf("the generated code does not say %q", want)
		}
	}
	for _, args := range [][]string{{"vet", "./..."}, {"run", "."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off")
		text, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, text)
		}
		if args[0] == "run" && string(text) != "Number 7\nlost: no parcel has this number\n" {
			t.Errorf("the program says %q", text)
		}
	}
}

func TestTheSecondProfileIsCompared(t *testing.T) {
	before := diff.NewSide("v1", parcelSchema(t, "v1"), parcel.Profile)
	after := diff.NewSide("v2", parcelSchema(t, "v2"), parcel.Profile)
	r := project.Compare(before, after, diff.Options{})
	var got []string
	for _, c := range r.Changes {
		line := string(c.ID) + " " + c.Component.Display()
		for _, o := range c.Operations {
			line += fmt.Sprintf(" %s/%s=%s", o.Operation, o.Direction, c.LevelIn(o))
		}
		got = append(got, line)
	}
	want := []string{
		"element-added-required p:SendParcelRequest/Size SendParcel/request=break",
		"operation-removed p:RecallParcelRequest RecallParcel/request=break RecallParcel/response=none",
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if r.Documents || len(r.Operations) != 4 {
		t.Errorf("documents %t, %d operations", r.Documents, len(r.Operations))
	}
}

func TestCapturesOfTheSecondProfile(t *testing.T) {
	side := diff.NewSide("v1", parcelSchema(t, "v1"), parcel.Profile)
	var u traffic.Usage
	doc := `<e:Envelope xmlns:e="urn:example:envelope"><e:Body><SendParcelRequest xmlns="urn:example:parcel"><To>x</To><Weight>1</Weight></SendParcelRequest></e:Body></e:Envelope>`
	if err := u.Read(side, strings.NewReader(doc), "captured.xml"); err != nil {
		t.Fatal(err)
	}
	r := project.Compare(side, diff.NewSide("v2", parcelSchema(t, "v2"), parcel.Profile), diff.Options{})
	u.Mark(r)
	var touched []change.ID
	for _, c := range r.Changes {
		if c.Usage == change.Touched {
			touched = append(touched, c.ID)
		}
	}
	if len(touched) != 1 || touched[0] != "element-added-required" {
		t.Errorf("touched %v", touched)
	}
}

func TestWithoutAProfileThereAreNoOperations(t *testing.T) {
	s := parcelSchema(t, "v1")
	if list := profile.None.Operations(s); len(list) != 0 {
		t.Errorf("%d operations", len(list))
	}
	r := project.Compare(diff.NewSide("v1", s, nil), diff.NewSide("v2", parcelSchema(t, "v2"), nil), diff.Options{})
	if len(r.Operations) != 0 || !r.Documents || len(r.Roots) != len(s.Elements()) {
		t.Errorf("%d operations, documents %t, %d roots", len(r.Operations), r.Documents, len(r.Roots))
	}
}
