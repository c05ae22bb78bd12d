/* peers-files.h: which published files a comparison with other authorities needs, and bringing them in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlPeersFiles: the files by name with what of them the project has, and a button that takes any number of them at
 * once; each comes in as a step of its own. Property "busy" (boolean: files are being read) and "fault" (string: what
 * went wrong with the last, a line a file; ""), both read only.
 * Action: "peers-files.choose".
 */
#define BL_TYPE_PEERS_FILES (bl_peers_files_get_type ())
G_DECLARE_FINAL_TYPE (BlPeersFiles, bl_peers_files, BL, PEERS_FILES, AdwBin)

void bl_peers_files_set_session (BlPeersFiles *self, BlSession *session);
/* A sentence over the files: what the comparison asked for lacks; NULL for the usual. */
void bl_peers_files_set_lacks (BlPeersFiles *self, const char *lacks);
/* Brings in @files (of GFile) one after the other, as if they had been chosen. */
void bl_peers_files_take (BlPeersFiles *self, GListModel *files);

G_END_DECLS
