import { sql, type Measure } from "@huu-nghi/subgraph-kit";

const book = sql`book.union_id, 'Book' as kind, book.id, book.title_vi as label_vi, book.title_en as label_en, case when book.at_least then 'MORE_THAN' else 'EXACT' end as qualifier`;

/** One measure of each sort. */
export const libraryMeasures: Measure[] = [
  {
    code: "library.bought",
    label: { vi: "Sách mua", en: "Books bought" },
    description: "Books bought in the period.",
    unit: "count",
    kind: "flow",
    records: sql`select ${book}, book.bought_on as date, 1 as value from book`,
  },
  {
    code: "library.spent",
    label: { vi: "Chi", en: "Spent" },
    description: "What was paid for books in the period.",
    unit: "VND",
    kind: "flow",
    records: sql`select ${book}, book.bought_on as date, book.price as value from book`,
    targets: sql`select union_id, make_date(year, 1, 1) as period_from, make_date(year, 12, 31) as period_to, amount as value, 'VND' as unit from budget`,
  },
  {
    code: "library.books",
    label: { vi: "Sách", en: "Books" },
    description: "Books that the library has on the last day.",
    unit: "count",
    kind: "stock",
    records: sql`select ${book}, book.bought_on as since, book.sold_on as until, 1 as value from book`,
  },
  {
    code: "library.authors",
    label: { vi: "Tác giả", en: "Authors" },
    description: "Authors of whom the library has a book on the last day, each once.",
    unit: "people",
    kind: "stock",
    countedOnce: true,
    labelOf: id => ({ vi: `tác giả ${id}`, en: `author ${id}` }),
    records: sql`
      select book.union_id, 'Author' as kind, book.author as id, null as label_vi, null as label_en, 1 as value, 'EXACT' as qualifier,
        book.bought_on as since, book.sold_on as until
      from book`,
  },
  {
    code: "library.visitors",
    label: { vi: "Khách", en: "Visitors" },
    description: "Visitors as reported.",
    unit: "people",
    kind: "flow",
  },
];
