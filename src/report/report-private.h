/* report-private.h: the blocks of a report, for what emits them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report.h"

G_BEGIN_DECLS

typedef enum
{
  BL_BLOCK_TITLE,
  BL_BLOCK_SUBTITLE,
  BL_BLOCK_HEADING,
  BL_BLOCK_SUBHEADING,
  BL_BLOCK_FINDING,
  BL_BLOCK_CONCLUSION,
  BL_BLOCK_PARAGRAPH,
  BL_BLOCK_POINT,
  BL_BLOCK_NOTE,
  BL_BLOCK_BREAK,
  BL_BLOCK_FIGURES,
  BL_BLOCK_PICTURE,
  BL_BLOCK_STRIP,
  BL_BLOCK_TABLE,
} BlBlockType;

typedef struct
{
  BlReportPaint paint;
  gpointer data;
  GDestroyNotify free_data;
} BlReportDrawing;

typedef struct
{
  char *value, *label, *note;
  BlReportDrawing drawing;
} BlReportFigure;

typedef struct
{
  char *title;
  gboolean numbers;
  double share; /* of the width of the table; 0: as wide as its words need */
} BlReportColumn;

typedef struct
{
  char **cells;
  gboolean marked, total;
  BlMarkerLook look;
} BlReportRow;

struct _BlReportTable
{
  char *caption;
  gboolean compact;
  GArray *columns; /* of BlReportColumn */
  GArray *rows;    /* of BlReportRow */
};

typedef struct
{
  BlBlockType type;
  char *text;            /* of a picture: its caption */
  char *alternative;     /* of a picture */
  double ratio;          /* of a picture; of a break: share of a page */
  double most_ratio;     /* of a picture */
  double share;          /* of a strip: of the width of a page */
  BlReportDrawing drawing;
  GArray *figures;       /* of BlReportFigure */
  BlReportTable *table;
} BlBlock;

struct _BlReport
{
  char *title, *head_left, *head_right, *foot;
  guint32 julian;
  GPtrArray *blocks; /* of BlBlock */
};

/* A cell's words: "not known" for NULL. */
const char *bl_report_cell_text (const BlReportRow *row, guint column);

G_END_DECLS
