// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// QSaveFile with the check that it leaves out; see the header.
#include "model/replace_file.h"

#include <QFile>
#include <QSaveFile>

namespace cadastre {

Result<Nothing> replaceFile(const QString& path, const QByteArray& content, FileAccess access)
{
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly) &&
                        (access == FileAccess::AsBefore ||
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    // commit() alone does not notice when the last, buffered bytes find no room
    const bool written = opened && file.write(content) == content.size() && file.flush();
    const QString reason = file.errorString();
    if (!written)
        file.cancelWriting();
    if (!file.commit())
        return Error{QStringLiteral("%1 could not be written: %2. Nothing was changed.")
                         .arg(path, written ? file.errorString() : reason),
                     {}};
    return ok();
}

} // namespace cadastre
