/* peers-option.h: --with, for the commands that set authorities beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "command.h"
#include "peer-choice.h"

G_BEGIN_DECLS

#define BL_PEERS_OPTION_HELP \
  N_ ("whom with: so many of the list of similar authorities (neighbours:15), the project’s own list (own), the nearest by figures " \
      "about them (computed:deprivation,density), or codes with commas between (list:E08000035,E08000022)")
#define BL_PEERS_OPTION_WORDS N_ ("neighbours:N|own|computed:FIGURE,…|list:CODE,…")

/* Whom @with (NULL: the usual neighbours) names; NULL where it is wrong, or the project lacks it: said, and @exit set. */
BlPeerChoice *bl_peers_option_read (const char *with, BlBaseFigures *figures, BlExit *exit);
/* --period; FALSE: said, and @exit set. @period stays empty where @text is NULL. */
gboolean bl_peers_option_period (const char *text, BlIndicator *indicator, BlPeriod *period, BlExit *exit);

G_END_DECLS
