// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/open_file_dialog.h"

#include <QFileInfo>
#include <QLineEdit>

namespace cadastre {

OpenFileDialog::OpenFileDialog(QWidget* parent, const QString& title, const QString& folder)
    : QFileDialog(parent, title, folder)
{
    setFileMode(QFileDialog::ExistingFiles);
    setOption(QFileDialog::HideNameFilterDetails); // the endings are longer than the field
    setNameFilters({tr("Databases, snapshots and workspaces (*.sqlite *.sqlite3 *.db *.db3 *.s3db "
                       "*.sl3 *.catalog.json *.cadastre)"),
                    tr("SQLite databases (*.sqlite *.sqlite3 *.db *.db3 *.s3db *.sl3)"),
                    tr("Snapshots (*.catalog.json)"), tr("Workspaces (*.cadastre)"),
                    tr("All files (*)")});
}

/// Only Qt's own dialog has the field; those of desktops take what is typed themselves.
QString OpenFileDialog::typedFile() const
{
    const auto* field = findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    if (field == nullptr)
        return {};
    QString text = field->text().trimmed();
    if (text.startsWith(QLatin1String("~/")))
        text.replace(0, 1, QDir::homePath());
    if (text.isEmpty())
        return {};
    const QFileInfo file(directory(), text);
    return file.isFile() ? QDir::cleanPath(file.absoluteFilePath()) : QString();
}

void OpenFileDialog::accept()
{
    const QString typed = typedFile();
    if (typed.isEmpty()) {
        QFileDialog::accept();
        return;
    }
    Q_EMIT filesSelected({typed});
    QDialog::accept();
}

} // namespace cadastre
