/* report.h: what a report says, before it is laid on pages or put in a web page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "marker.h"

G_BEGIN_DECLS

/**
 * BlReport: blocks in reading order, made once and then emitted as pages
 * (page-composer.h) or HTML (report-html.h), so that both say the same.
 * All texts are copied.
 */
typedef struct _BlReport BlReport;

/* Draws a picture into @width by @height units from 0, 0. */
typedef void (*BlReportPaint) (cairo_t *cr, double width, double height, gpointer data);

BlReport *bl_report_new (const char *title);
void bl_report_free (BlReport *report);
/* Stands at the head of each page after the first: who, and what it is. */
void bl_report_set_running_head (BlReport *report, const char *left, const char *right);
/* Stands at the foot of each page: the attribution. */
void bl_report_set_foot (BlReport *report, const char *foot);
/* Day number as GDate counts; for the file's own notes. 0: none. */
void bl_report_set_date (BlReport *report, guint32 julian);
const char *bl_report_get_title (const BlReport *report);

/* Under the title: "Newcastle City Council · 24 November 2026". */
void bl_report_add_subtitle (BlReport *report, const char *text);
void bl_report_add_heading (BlReport *report, const char *text);
/* Below a heading: one of many things of a kind. */
void bl_report_add_subheading (BlReport *report, const char *text);
/* The sentence that says what is so. */
void bl_report_add_finding (BlReport *report, const char *text);
/* What comes of the blocks before it: as heavy as a finding, and on the page of the last of them. */
void bl_report_add_conclusion (BlReport *report, const char *text);
/* Line ends in @text are kept, and the whole stays on one page. */
void bl_report_add_paragraph (BlReport *report, const char *text);
/* One point of a list. */
void bl_report_add_point (BlReport *report, const char *text);
void bl_report_add_note (BlReport *report, const char *text);
/* What follows starts on a new page when there is less room than @share of a page. */
void bl_report_add_page_break (BlReport *report, double share);

/* A key figure; those added one after the other stand side by side. @paint,
 * NULL for none, draws a small chart below that says no more than the words. */
void bl_report_add_figure (BlReport *report, const char *value, const char *label, const char *note,
                           BlReportPaint paint, gpointer data, GDestroyNotify free_data);
/* A picture as wide as the page. @ratio: height by width, at least; on paper
 * the first picture of a report grows up to @most_ratio into room that a page
 * break would leave empty. @alternative says in words what it shows. */
void bl_report_add_picture (BlReport *report, double ratio, double most_ratio, const char *alternative, const char *caption,
                            BlReportPaint paint, gpointer data, GDestroyNotify free_data);
/* A small picture without a frame between words, on @share of the width of the page; @ratio: height by its own width.
 * @alternative as above; NULL: the words beside it say as much. */
void bl_report_add_strip (BlReport *report, double share, double ratio, const char *alternative, BlReportPaint paint,
                          gpointer data, GDestroyNotify free_data);

/**
 * BlReportTable: a table; its header is repeated where it runs on. Owned by
 * the report.
 */
typedef struct _BlReportTable BlReportTable;
BlReportTable *bl_report_add_table (BlReport *report, const char *caption);
/* Smaller, for what is looked up and not read. */
void bl_report_table_set_compact (BlReportTable *table);
/* Numbers stand at the end of their column, words at its start. */
void bl_report_table_add_column (BlReportTable *table, const char *title, gboolean numbers);
/* The same for words, on @share of the width whatever they are: for tables to write in, or that stand one below the
 * other. Every column of the table needs one then. */
void bl_report_table_add_wide_column (BlReportTable *table, const char *title, double share);
/* @cells has one for each column; NULL is "not known". The first names the row
 * and may wear a marker. */
void bl_report_table_add_row (BlReportTable *table, const BlMarkerLook *look, const char *const *cells);
/* The last row, set off: sums. */
void bl_report_table_add_total (BlReportTable *table, const char *const *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlReport, bl_report_free)

G_END_DECLS
