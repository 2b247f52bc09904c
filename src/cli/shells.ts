/** The shells that the program knows how to help. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

// Each script hands the words before the cursor to `dangan __complete --` and takes back lines of
// value, tab, meaning; a line `:files` asks for file names.

const bash = String.raw`# bash completion for dangan:  source <(dangan completion bash)
_dangan() {
  local cur=${'$'}{COMP_WORDS[COMP_CWORD]} value meaning files=
  local -a values=() meanings=()
  [[ $cur == '=' ]] && cur=
  compopt -o nosort 2>/dev/null
  COMPREPLY=()
  while IFS=$'\t' read -r value meaning; do
    if [[ $value == :files ]]; then files=1; continue; fi
    values+=("$value") meanings+=("$meaning")
  done < <("${'$'}{COMP_WORDS[0]}" __complete -- "${'$'}{COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    return
  fi
  local at special='[[:space:]"$&;|<>()*?!#~]|'\''|\\|${'`'}'
  for at in "${'$'}{!values[@]}"; do
    value=${'$'}{values[at]}
    if [[ $value =~ $special ]]; then printf -v value %q "$value"; fi
    if (( ${'$'}{#values[@]} > 1 )) && [[ -n ${'$'}{meanings[at]} && $COMP_TYPE != 37 && $COMP_TYPE != 42 ]]; then
      value+="  (${'$'}{meanings[at]:0:40})"
    fi
    COMPREPLY+=("$value")
  done
}
complete -F _dangan dangan
`

const zsh = String.raw`#compdef dangan
# zsh completion for dangan:  source <(dangan completion zsh)
_dangan() {
  local line value meaning files=
  local -a offered
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=1; continue; fi
    value=${'$'}{line%%$'\t'*} meaning=${'$'}{line#*$'\t'}
    value=${'$'}{value//:/\\:}
    if [[ -n $meaning ]]; then offered+=("$value:$meaning"); else offered+=("$value"); fi
  done < <("${'$'}{words[1]}" __complete -- "${'$'}{(@)words[2,CURRENT]}" 2>/dev/null)
  # what stands before the value in --option=value stays as it is
  [[ ${'$'}{words[CURRENT]} == --*=* ]] && compset -P '*='
  if [[ -n $files ]]; then _files; return; fi
  (( ${'$'}{#offered} )) && _describe -V dangan offered -U -i "$IPREFIX"
}
if [[ ${'$'}{funcstack[1]} == _dangan ]]; then _dangan "$@"; else compdef _dangan dangan; fi
`

const fish = String.raw`# fish completion for dangan:  dangan completion fish | source
function __dangan_offered
    set -l word (commandline -ct)
    set -l words (commandline -opc)[2..-1] $word
    # in --option=value fish wants the whole word back
    set -l option (string match -r '^--[^=]+=' -- $word)
    for line in (dangan __complete -- $words 2>/dev/null)
        if test "$line" = ":files"
            for path in (__fish_complete_path (string replace -r '^--[^=]+=' '' -- $word))
                printf '%s%s\n' "$option" $path
            end
        else
            printf '%s%s\n' "$option" $line
        end
    end
end
complete -c dangan -f -k -a '(__dangan_offered)'
`

const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish }

/** The script that a shell reads once. */
export const completionScript = (shell: Shell): string => scripts[shell]
