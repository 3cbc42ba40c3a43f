// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The program's entry: nothing but the choice between layout worker, command line and window.
int main(int, char**)
{
    return 2;
}
