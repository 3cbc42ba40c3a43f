// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What dropping files on the window does, and the sentence that says so before it is done. Looks
// at no file.
#pragma once

#include "app/open_flow.h"

class QMimeData;

namespace cadastre {

struct DroppedFiles
{
    QStringList paths; ///< empty: nothing that could be opened is dragged
    OpenMode mode = OpenMode::Replace;
    QString sentence;
};

/// A workspace takes the place of what is open; databases are opened beside it.
DroppedFiles droppedFiles(const QMimeData& data, bool somethingOpen);

} // namespace cadastre
