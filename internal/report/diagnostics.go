package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// DiagnosticFormats are the forms in which commands that find diagnostics print
// them.
func DiagnosticFormats() []string { return []string{"text", "json", "github", "sarif"} }

// JSONDiagnostic is a diagnostic as the format json has it.
type JSONDiagnostic struct {
	File     string           `json:"file,omitempty"`
	Line     int              `json:"line,omitempty"`
	Col      int              `json:"col,omitempty"`
	Severity diag.Severity    `json:"severity"`
	Code     string           `json:"code,omitempty"`
	Message  string           `json:"message"`
	Related  []JSONDiagnostic `json:"related,omitempty"`
}

// JSONDiagnostics returns diagnostics as the format json has them.
func JSONDiagnostics(list []diag.Diagnostic) []JSONDiagnostic {
	out := []JSONDiagnostic{}
	for _, d := range list {
		j := JSONDiagnostic{File: d.Pos.File, Line: d.Pos.Line, Col: d.Pos.Col, Severity: d.Severity, Code: d.Code, Message: d.Message}
		for _, r := range d.Related {
			j.Related = append(j.Related, JSONDiagnostic{File: r.Pos.File, Line: r.Pos.Line, Col: r.Pos.Col, Severity: diag.Note, Message: r.Message})
		}
		out = append(out, j)
	}
	return out
}

// Annotations prints diagnostics for services that show them beside code: in
// the format github a workflow command each, in sarif as a log of SARIF 2.1.0. Of
// the options Folder and ToolVersion count.
func Annotations(w io.Writer, format string, list []diag.Diagnostic, o Options) error {
	if format == "sarif" {
		return diagnosticsLog(w, list, o)
	}
	var b strings.Builder
	for _, d := range list {
		b.WriteString(workflowCommand(gitHubWords[d.Severity], checkedOut(o.Folder, d.Pos), d.Code, withRelated(d)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var gitHubWords = map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Note: "notice"}

// withRelated adds the other places of a diagnostic, which have no lines of
// their own there.
func withRelated(d diag.Diagnostic) string {
	text := d.Message
	for _, r := range d.Related {
		text += fmt.Sprintf("\n%s: %s", r.Pos, r.Message)
	}
	return text
}

func diagnosticsLog(w io.Writer, list []diag.Diagnostic, o Options) error {
	driver := sarifDriver{Name: "wbxgen", Version: o.ToolVersion, SemanticVersion: semantic(o.ToolVersion), InformationURI: home}
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	index, seen := map[string]int{}, map[string]int{}
	for _, d := range list {
		code := d.Code
		if code == "" {
			code = "wbxgen"
		}
		if _, known := index[code]; !known {
			index[code] = len(driver.Rules)
			driver.Rules = append(driver.Rules, diagnosticRule(code))
		}
		run.Results = append(run.Results, diagnosticResult(d, o.Folder, code, index[code], seen))
	}
	run.Tool.Driver = driver
	return writeJSON(w, sarifLog{Schema: sarifLogSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// diagnosticRule says what a code is: a constraint of the recommendation, or a
// message of ours.
func diagnosticRule(code string) sarifRule {
	short, help := "A constraint of XML Schema 1.0.", "The constraint "+code+" of XML Schema 1.0, Part 1 (https://www.w3.org/TR/xmlschema-1/) or Part 2 (https://www.w3.org/TR/xmlschema-2/)."
	switch {
	case strings.HasPrefix(code, "wbxgen"):
		short, help = "What wbxgen has to say besides the recommendation.", "A message of wbxgen, "+home+"."
	case strings.HasPrefix(code, "xml-"):
		short, help = "A constraint of XML 1.0.", "A constraint of XML 1.0, https://www.w3.org/TR/xml/."
	}
	return sarifRule{ID: code, Name: code, Short: sarifText{Text: short}, Help: sarifText{Text: help}}
}

func diagnosticResult(d diag.Diagnostic, folder, code string, rule int, seen map[string]int) sarifResult {
	out := sarifResult{
		RuleID: code, RuleIndex: rule, Kind: "fail", Level: d.Severity.String(), Message: sarifText{Text: d.Message},
		Fingerprints: map[string]string{"wbxgen/v1": diagnosticPrint(d, seen)},
	}
	if d.Pos.File != "" {
		out.Locations = []sarifLocation{{Physical: sarifPlace(checkedOut(folder, d.Pos))}}
	}
	for i, r := range d.Related {
		out.Related = append(out.Related, sarifLocation{ID: i + 1, Message: &sarifText{Text: r.Message}, Physical: sarifPlace(checkedOut(folder, r.Pos))})
	}
	return out
}

// diagnosticPrint tells a diagnostic from others and stays while lines are
// added above it: of several that say the same of a file each has its number.
func diagnosticPrint(d diag.Diagnostic, seen map[string]int) string {
	text := d.Pos.File + "\n" + d.Code + "\n" + d.Message
	seen[text]++
	sum := sha256.Sum256([]byte(text + "\n" + strconv.Itoa(seen[text])))
	return hex.EncodeToString(sum[:6])
}
