package gogen

import "github.com/wbxgen/wbxgen/internal/plan"

// PagesInTurn is [Pages] with keys, one file after the other.
func PagesInTurn(p *plan.Plan) (map[string]Page, error) {
	pages := map[string]Page{}
	for _, f := range newGenerator(p, &Earlier{}).files {
		page, err := f.print()
		if err != nil {
			return nil, err
		}
		pages[f.name] = page
	}
	return pages, nil
}
