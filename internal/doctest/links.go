package doctest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
)

var (
	codeBlock  = regexp.MustCompile("(?ms)^```.*?^```$")
	inlineCode = regexp.MustCompile("`[^`\n]*`")
	link       = regexp.MustCompile(`\]\(([^)\s]*)\)`)
	heading    = regexp.MustCompile(`(?m)^#+ +(.*)$`)
)

// Links returns what is wrong with the links of a page that lead into the
// repository: files that are not there, headings that their page has not.
func Links(file string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var wrong []string
	prose := inlineCode.ReplaceAllString(codeBlock.ReplaceAllString(string(text), ""), "")
	for _, m := range link.FindAllStringSubmatch(prose, -1) {
		if strings.Contains(m[1], "://") || strings.HasPrefix(m[1], "mailto:") {
			continue
		}
		name, anchor, _ := strings.Cut(m[1], "#")
		target := file
		if name != "" {
			target = filepath.Join(filepath.Dir(file), filepath.FromSlash(name))
		}
		if problem := leads(target, anchor); problem != "" {
			wrong = append(wrong, fmt.Sprintf("%s: link %s: %s", file, m[1], problem))
		}
	}
	return wrong, nil
}

func leads(target, anchor string) string {
	info, err := os.Stat(target)
	if err != nil {
		return "there is no such file"
	}
	if anchor == "" || info.IsDir() || filepath.Ext(target) != ".md" {
		return ""
	}
	text, err := os.ReadFile(target)
	if err != nil {
		return err.Error()
	}
	for _, h := range heading.FindAllStringSubmatch(codeBlock.ReplaceAllString(string(text), ""), -1) {
		if Anchor(h[1]) == anchor {
			return ""
		}
	}
	return "there is no such heading"
}

// Anchor returns the name by which links reach a heading, as forges make it.
func Anchor(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}
