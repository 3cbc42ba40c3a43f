// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Asks what of the diagram is exported and how: scope, format, theme, size. Where the file goes is
// asked afterwards, by the system's own dialog.
#pragma once

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace cadastre {

struct ExportScopeEntry
{
    QString title; ///< "Everything", "What is shown", "Selection (3 tables)", "Boundary billing"
    QString hint;  ///< one sentence; may be empty
};

struct ExportFormatEntry
{
    QString title;         ///< "SVG picture"
    QString hint;          ///< what it is good for, one sentence
    bool hasTheme = false; ///< light or dark makes a difference
    bool hasScale = false;
};

struct ExportChoice
{
    int scope = 0;  ///< index into the scopes that were given
    int format = 0; ///< index into the formats
    bool dark = false;
    double scale = 1;
    bool caption = true; ///< what it shows and the date, above the picture

    bool operator==(const ExportChoice&) const = default;
};

class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const std::vector<ExportScopeEntry>& scopes,
                 const std::vector<ExportFormatEntry>& formats, const ExportChoice& first,
                 QWidget* parent);

    [[nodiscard]] ExportChoice choice() const;

Q_SIGNALS:
    void chosen(const cadastre::ExportChoice& choice);

private:
    void showHints();

    std::vector<ExportScopeEntry> m_scopes;
    std::vector<ExportFormatEntry> m_formats;
    QComboBox* m_scope;
    QComboBox* m_format;
    QComboBox* m_theme;
    QDoubleSpinBox* m_scale;
    QCheckBox* m_caption;
    QLabel* m_hint;
};

} // namespace cadastre
