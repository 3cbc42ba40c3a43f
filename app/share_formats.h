// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The formats of File > Export, in the order of the dialog, and how a file of each is written.
#pragma once

#include "app/documentation_files.h"
#include "app/shared_picture.h"
#include "widgets/export_dialog.h"

namespace cadastre {

enum class ShareKind : std::uint8_t { Picture, Text, Page, Folder };

struct ShareFormat
{
    ExportFormatEntry entry;
    ShareKind kind = ShareKind::Picture;
    QString ending; ///< of files, without dot; empty for a folder
    SchemaLanguage language = SchemaLanguage::Mermaid; ///< of ShareKind::Text
};

const std::vector<ShareFormat>& shareFormats();
/// Index of the format with this ending.
int shareFormat(const QString& ending);

struct ShareResult
{
    bool done = false; ///< false: cancelled
    QString remark;    ///< sentences to be told beside the path; may be empty
};

/// Builds, draws and writes. Blocks; fails with one sentence that names the file.
Result<ShareResult> writeShared(const SharedRequest& request, const ShareFormat& format,
                                const QString& path, const SectionProgress& progress,
                                const std::atomic_bool& cancelled);

} // namespace cadastre
