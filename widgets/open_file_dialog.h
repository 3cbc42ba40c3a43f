// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The dialog that asks for files to open. A path that a person typed counts as it was typed: Qt's
// own dialog looks for it among the files that it has listed so far, and leads into a folder where
// it found only the beginning. What is opened with the paths lives in app/.
#pragma once

#include <QFileDialog>

namespace cadastre {

class OpenFileDialog : public QFileDialog
{
    Q_OBJECT
public:
    OpenFileDialog(QWidget* parent, const QString& title, const QString& folder);

    /// The file that is typed, absolute; empty for none, several, or one that does not exist.
    [[nodiscard]] QString typedFile() const;

protected:
    void accept() override;
};

} // namespace cadastre
