// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Replacing a file as a whole: written beside it, checked to the last byte, then renamed over it.
// On any failure the old file is what it was.
#pragma once

#include "model/result.h"

#include <QByteArray>

namespace cadastre {

enum class FileAccess : std::uint8_t {
    AsBefore,  ///< the old file's permissions, or the folder's habit for a new one
    OwnerOnly, ///< 0600
};

/// Fails with one sentence that names the file and says that nothing was changed.
Result<Nothing> replaceFile(const QString& path, const QByteArray& content,
                            FileAccess access = FileAccess::AsBefore);

} // namespace cadastre
